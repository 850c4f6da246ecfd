/** Fails after ours, and keeps failing. */
document.addEventListener('click', () => {
  throw new Error('host: a listener of every click');
});
Promise.reject(new Error('host: a rejection after'));
throw new Error('host: a module after');
