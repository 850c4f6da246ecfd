/**
 * Live chats of other makers that the page has already: opens one in the visitor's place, and says so when it doesn't
 * open. Brought by beside.js when a channel of the playbook names a `vendor`.
 *
 * Many makers' stubs take every call, also when their scripts are blocked, so a call that returns proves nothing: a chat
 * is open when its maker says so. Nothing is ever sent for the visitor.
 */

/** As long as a chat may take to come and to open, in milliseconds. */
const PATIENCE = 4e3;
const LOOK_AGAIN = 100;

const page = /** @type {any} */ (globalThis);

/**
 * Each maker's public calls. `open` begins, with a `draft` (one text, or none) where a maker takes one, and may call `opened`, return a promise, or throw as long as the chat isn't
 * there; `isOpen` is asked again and again.
 */
const VENDORS = {
  __proto__: null,
  // https://developers.intercom.com/installing-intercom/web/methods
  intercom: {
    open(opened, draft) {
      page.Intercom('onShow', opened);
      page.Intercom('showNewMessage', ...draft);
    },
  },
  // https://developer.zendesk.com/api-reference/widget-messaging/web/core
  zendesk: {
    open(opened) {
      page.zE('messenger:on', 'open', opened);
      page.zE('messenger', 'open');
    },
  },
  // https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/dollar-crisp
  crisp: {
    open(opened, draft) {
      page.$crisp.push(['do', 'chat:show']);
      if (draft.length) page.$crisp.push(['set', 'message:text', draft]);
      page.$crisp.push(['do', 'chat:open']);
    },
    isOpen: () => page.$crisp.is('chat:opened'),
  },
  // https://www.chatwoot.com/docs/product/channels/live-chat/sdk/setup
  chatwoot: {
    open: () => page.$chatwoot.toggle('open'),
    isOpen: () => page.$chatwoot.isOpen,
  },
  // https://developer.tawk.to/jsapi
  tawk: {
    open: () => page.Tawk_API.maximize(),
    isOpen: () => page.Tawk_API.isChatMaximized(),
  },
  // https://developers.hubspot.com/docs/api-reference/conversations-chat-widget-sdk
  hubspot: {
    open: () => page.HubSpotConversations.widget.open(),
    isOpen: () => page.HubSpotConversations.widget.status().loaded,
  },
  // https://platform.text.com/docs/extending-chat-widget/javascript-api
  livechat: {
    open: (opened, draft) => page.LiveChatWidget.call('maximize', ...draft.map((messageDraft) => ({ messageDraft }))),
    isOpen: () => page.LiveChatWidget.get('state').visibility === 'maximized',
  },
  // https://developers.freshchat.com/web-sdk/v1
  freshchat: {
    open: (opened, draft) => page.fcWidget.open(...draft.map((replyText) => ({ replyText }))),
    isOpen: () => page.fcWidget.isOpen(),
  },
  // https://docs.gorgias.com/en-US/advanced-customization-new-chat-81792
  gorgias: {
    open: () => page.GorgiasChat.init().then(() => page.GorgiasChat.open()),
    isOpen: () => page.GorgiasChat.isOpen(),
  },
  // https://docs.tidio.com
  tidio: {
    open(opened) {
      document.addEventListener('tidioChat-open', opened, { once: true });
      page.tidioChatApi.open();
    },
  },
  // https://developer.helpscout.com/beacon-2/web/javascript-api
  helpscout: {
    open(opened, draft) {
      page.Beacon('on', 'open', opened);
      for (const text of draft) {
        page.Beacon('prefill', { text });
        page.Beacon('navigate', '/ask/');
      }
      page.Beacon('open');
    },
  },
  // https://developer.salesforce.com/docs/service/messaging-web/guide/launch-chat.html
  salesforce: {
    open: (opened) => page.embeddedservice_bootstrap.utilAPI.launchChat().then(opened),
  },
};

/**
 * Takes the clicks on chats of other makers below `root`. `vendorOf` names the maker of a channel, `fail` is told of one
 * that didn't open, and `wait` says whether one is under way.
 */
export const take = (root, element, { vendorOf, wait, fail, signal }) => {
  let busy = false;

  const clicked = async (event) => {
    const action = event.target.closest('[data-channel] a[data-action="contact"]');
    const channel = action?.closest('[data-channel]').dataset.channel;
    const vendor = channel && vendorOf(channel);
    // Whoever wants the chat's own page in a new tab gets it.
    if (typeof vendor !== 'string' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const { draft } = action.dataset;
    const isOpen = isTaken(element, channel, vendor) || (await opens(vendor, draft ? [draft] : [], wait));
    busy = false;
    if (signal.aborted) return;
    if (!isOpen) fail(channel);
    // A panel would lie above the chat; a part of the page doesn't.
    else if (root.closest('dialog')) element.close();
  };

  root.addEventListener('click', clicked, { signal });
};

/** Whether the page has opened a chat of its own. */
const isTaken = (element, channel, vendor) =>
  !element.dispatchEvent(new CustomEvent('leeward-chat', { bubbles: true, composed: true, cancelable: true, detail: { channel, vendor } }));

const opens = async (vendor, draft, wait) => {
  const chat = VENDORS[vendor];
  if (!chat) return false;
  wait(true);
  let isOpen = false;
  const opened = () => (isOpen = true);
  for (let [begun, waited] = [false, 0]; waited < PATIENCE; waited += LOOK_AGAIN) {
    try {
      if (!begun) {
        // A promise that is refused is a chat that never opens.
        Promise.resolve(chat.open(opened, draft)).catch(() => {});
        begun = true;
      }
      if (isOpen || chat.isOpen?.()) {
        opened();
        break;
      }
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
  wait(false);
  return isOpen;
};
