/** A page whose scripts fail: before ours, on our events, and ever after. Every error of it begins with "host". */
document.addEventListener('leeward-open', () => {
  throw new Error('host: a listener of leeward-open');
});
document.addEventListener('leeward-route', () => {
  throw new Error('host: a listener of leeward-route');
});
Promise.reject(new Error('host: a rejection before'));
throw new Error('host: a script before');
