/** A page that protects itself against pollution: assigning over an inherited property now throws in strict code. */
for (const native of [Object, Array, Function, String, Number, Boolean, Error, TypeError, Promise, Map, Set, RegExp, Date, Symbol]) {
  Object.freeze(native);
  Object.freeze(native.prototype);
}
