/** A small application: it renders a whole view anew for each route, or moves what is there. */
const app = document.querySelector('#app');
const view = document.querySelector('#view');

const render = () => app.replaceChildren(view.content.cloneNode(true));

const move = () => {
  const help = app.querySelector('leeward-help');
  const holder = app.appendChild(document.createElement('aside'));
  holder.append(help);
  app.append(help);
  holder.remove();
};

render();
globalThis.app = { render, move };
