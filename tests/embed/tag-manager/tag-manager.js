/**
 * Does what tag managers do with a pasted snippet: takes it apart, leaves out the attributes it doesn't know, and
 * puts the pieces in when it likes. The address says in which order: `?order=script-first`.
 */
const SNIPPET = `
<leeward-help playbook="/playbooks/service-crisis.json" data-campaign="storm">
  <a href="tel:+81312345678">03-1234-5678</a>
  <a href="mailto:help@example.test">help@example.test</a>
</leeward-help>
<script type="module" src="/leeward/leeward.js" data-leeward="x"></script>`;

/** Scripts that come out of markup don't run: they are made anew. */
const script = () => Object.assign(document.createElement('script'), { type: 'module', async: true, src: '/leeward/leeward.js' });

const element = () => {
  const holder = document.createElement('div');
  holder.innerHTML = SNIPPET;
  const found = holder.querySelector('leeward-help');
  for (const { name } of [...found.attributes]) if (name.startsWith('data-')) found.removeAttribute(name);
  return found;
};

const loaded = (node) => new Promise((resolve) => node.addEventListener('load', resolve));

const ORDERS = {
  'element-first': async () => {
    document.body.append(element());
    document.head.append(script());
  },
  'script-first': async () => {
    const node = script();
    const done = loaded(node);
    document.head.append(node);
    await done;
    document.body.append(element());
  },
  /** The element is upgraded while it stands in no document, and is put in later. */
  'element-apart': async () => {
    const apart = element();
    const node = script();
    const done = loaded(node);
    document.head.append(node);
    await done;
    customElements.upgrade(apart);
    document.body.append(apart);
  },
};

const start = () => ORDERS[new URLSearchParams(location.search).get('order')]();
if (document.readyState === 'complete') start();
else addEventListener('load', start);
