// Stand-ins for live chats of other makers, which behave as their makers document: what the page's snippet leaves behind
// at once (`stub`), and what is there when the maker's script has come (`load`). Each says in `chats.seen` that it is open,
// and in `chats.drafts` with which text.

globalThis.chats = (() => {
  const chats = { seen: [], drafts: [] };
  const open = (name, draft) => {
    chats.seen.push(name);
    if (draft) chats.drafts.push(draft);
  };

  /** A function that keeps every call until the real one has come. */
  const queue = (name) => {
    const stub = (...call) => void stub.q.push(call);
    stub.q = [];
    globalThis[name] = stub;
  };
  const drain = (name, real) => {
    const { q } = globalThis[name];
    globalThis[name] = real;
    for (const call of q) real(...call);
  };

  chats.intercom = {
    stub: () => queue('Intercom'),
    load() {
      const heard = [];
      drain('Intercom', (command, value) => {
        if (command === 'onShow') heard.push(value);
        if (command !== 'showNewMessage') return;
        open('intercom', value);
        for (const hear of heard) setTimeout(hear);
      });
    },
  };

  chats.zendesk = {
    stub() {},
    load() {
      const heard = [];
      globalThis.zE = (target, command, ...values) => {
        if (target === 'messenger:on' && command === 'open') heard.push(values[0]);
        if (target !== 'messenger' || command !== 'open') return;
        open('zendesk');
        for (const hear of heard) setTimeout(hear);
      };
    },
  };

  chats.crisp = {
    stub: () => (globalThis.$crisp = []),
    load() {
      let isOpen = false;
      let draft;
      const act = ([verb, what, values]) => {
        if (verb === 'set' && what === 'message:text') [draft] = values;
        if (verb !== 'do' || what !== 'chat:open') return;
        isOpen = true;
        open('crisp', draft);
      };
      const before = globalThis.$crisp;
      globalThis.$crisp = { push: act, is: (what) => what === 'chat:opened' && isOpen };
      before.forEach(act);
    },
  };

  chats.chatwoot = {
    stub() {},
    load() {
      globalThis.$chatwoot = {
        hasLoaded: true,
        isOpen: false,
        toggle(state) {
          this.isOpen = state === 'open';
          open('chatwoot');
        },
      };
    },
  };

  chats.tawk = {
    stub: () => (globalThis.Tawk_API = {}),
    load() {
      let isMaximized = false;
      Object.assign(globalThis.Tawk_API, {
        maximize() {
          isMaximized = true;
          open('tawk');
        },
        isChatMaximized: () => isMaximized,
      });
    },
  };

  chats.hubspot = {
    stub: () => (globalThis.hsConversationsOnReady = []),
    load() {
      let loaded = false;
      globalThis.HubSpotConversations = {
        widget: {
          open() {
            setTimeout(() => (loaded = true), 50);
            open('hubspot');
          },
          status: () => ({ loaded, pending: false }),
        },
      };
      for (const ready of globalThis.hsConversationsOnReady) ready();
    },
  };

  chats.livechat = {
    stub() {
      const calls = [];
      globalThis.LiveChatWidget = {
        calls,
        call: (...call) => void calls.push(call),
        get() {
          throw Error("[LiveChatWidget] You can't use getters before load.");
        },
      };
    },
    load() {
      let visibility = 'minimized';
      const { calls } = globalThis.LiveChatWidget;
      const call = (method, options) => {
        if (method !== 'maximize') return;
        visibility = 'maximized';
        open('livechat', options?.messageDraft);
      };
      globalThis.LiveChatWidget = { call, get: (what) => (what === 'state' ? { visibility } : undefined) };
      for (const [method, options] of calls) call(method, options);
    },
  };

  chats.freshchat = {
    stub() {},
    load() {
      let isOpen = false;
      globalThis.fcWidget = {
        isLoaded: () => true,
        isOpen: () => isOpen,
        open(options) {
          isOpen = true;
          open('freshchat', options?.replyText);
        },
      };
    },
  };

  chats.gorgias = {
    stub() {},
    load() {
      let isOpen = false;
      globalThis.GorgiasChat = {
        init: () => new Promise((resolve) => setTimeout(resolve, 50)),
        isOpen: () => isOpen,
        open() {
          isOpen = true;
          open('gorgias');
        },
      };
    },
  };

  chats.tidio = {
    stub() {},
    load() {
      globalThis.tidioChatApi = {
        open() {
          open('tidio');
          document.dispatchEvent(new Event('tidioChat-open'));
        },
      };
    },
  };

  chats.helpscout = {
    stub: () => queue('Beacon'),
    load() {
      const heard = [];
      let draft;
      drain('Beacon', (command, ...values) => {
        if (command === 'on' && values[0] === 'open') heard.push(values[1]);
        if (command === 'prefill') draft = values[0].text;
        if (command !== 'open') return;
        open('helpscout', draft);
        for (const hear of heard) hear();
      });
    },
  };

  chats.salesforce = {
    stub() {},
    load() {
      globalThis.embeddedservice_bootstrap = {
        utilAPI: {
          async launchChat() {
            open('salesforce');
          },
        },
      };
    },
    /** Its script is there, and its server isn't. */
    refuse: () => (globalThis.embeddedservice_bootstrap = { utilAPI: { launchChat: () => Promise.reject(Error('refused')) } }),
  };

  return chats;
})();
