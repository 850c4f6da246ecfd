/** What the status feed of the control room says, by the name of its state, at a moment in milliseconds. */

const MINUTE = 60e3;

const moment = (at) => new Date(at).toISOString();

const CHARGED_TWICE = {
  en: 'Some payments are taken twice',
  ja: '一部のお支払いが二重に引き落とされています',
  hi: 'कुछ पेमेंट दो बार कट रहे हैं',
  ar: 'بعض المدفوعات تُخصم مرتين',
  'zh-Hans': '部分付款被重复扣款',
};

const STATEMENTS = {
  en: 'We are moving the statements to new servers',
  ja: '明細を新しいサーバーへ移しています',
  hi: 'स्टेटमेंट नए सर्वर पर ले जाए जा रहे हैं',
  ar: 'ننقل كشوف الحساب إلى خوادم جديدة',
  'zh-Hans': '正在将账单迁移到新服务器',
};

/** Since when the payments go wrong: a time that stays, while the page is open. */
const BEGUN = Date.now() - 55 * MINUTE;

const payments = (now) => ({
  id: 'payments',
  name: CHARGED_TWICE,
  state: 'incident',
  since: moment(Math.min(BEGUN, now)),
  next_update_at: moment(now + 30 * MINUTE),
  components: ['Payments'],
});

const ours = (now, told) => ({ version: 1, expires_at: moment(now + 60 * MINUTE), ...told });

const several = (now) => {
  const others = ['The app is slow', 'Cards arrive late', 'Exports fail', 'E-mails arrive late'];
  return [payments(now), ...others.map((name) => ({ name, state: 'incident' }))];
};

/** An answer of the feed's server, or nothing where it never answers. */
export const FEEDS = {
  well: (now) => ours(now, { channels: {}, incidents: [] }),
  down: (now) => ours(now, { channels: { support_chat: { state: 'down' } } }),
  busy: (now) => ours(now, { channels: { support_chat: { state: 'busy', wait_seconds: 2400 } } }),
  incident: (now) => ours(now, { incidents: [payments(now)] }),
  maintenance: (now) =>
    ours(now, {
      incidents: [{ name: STATEMENTS, state: 'maintenance', since: moment(now - 10 * MINUTE), until: moment(now + 50 * MINUTE) }],
    }),
  over: (now) => ours(now, { incidents: [{ ...payments(now), state: 'over', until: moment(now) }] }),
  several: (now) => ours(now, { incidents: several(now) }),
  statuspage: (now) => ({
    page: { id: 'kestrel', name: 'Kestrel Pay' },
    status: { indicator: 'major', description: 'Partial System Outage' },
    components: [{ name: 'support_chat', status: 'operational' }],
    incidents: [
      {
        id: 'payments',
        name: CHARGED_TWICE.en,
        status: 'investigating',
        started_at: moment(Math.min(BEGUN, now)),
        components: [{ name: 'Payments', status: 'partial_outage' }],
      },
    ],
    scheduled_maintenances: [],
  }),
  lying: (now) =>
    ours(now, {
      channels: { merchant_phone: { state: 'open', wait_seconds: 0 }, support_chat: { state: 'open', wait_seconds: -1 } },
      incidents: [
        {
          name: '<a href="https://evil.example.test">Click here for your refund</a> <script>alert(1)</script>',
          state: 'incident',
          components: ['Payments'],
        },
      ],
    }),
  expired: (now) => ({ ...ours(now, { incidents: [payments(now)] }), expires_at: moment(now - MINUTE) }),
  broken: () => '{ "version": 1, "incidents": [',
  slow: () => undefined,
  error: () => 500,
};
