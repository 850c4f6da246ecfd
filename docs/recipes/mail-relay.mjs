// Takes Leeward's messages and mails them. Node 20 or later, and `npm install nodemailer`; then, behind your web server:
//   SMTP=smtp://user:password@mail.example.com FROM=popup@example.com TO=support@example.com \
//   ORIGIN=https://www.example.com node mail-relay.mjs
// ORIGIN is where your pages are; several are separated by spaces. Your web server has to name the sender in the header
// X-Forwarded-For (nginx: `proxy_set_header X-Forwarded-For $remote_addr;`; Caddy does it by itself). Addresses are kept
// for ten minutes at most, in memory.
import { createServer } from 'node:http';
import nodemailer from 'nodemailer';

const { PORT = '8025', SMTP, FROM, TO, ORIGIN } = process.env;
if (!SMTP || !FROM || !TO || !ORIGIN) throw Error('set SMTP, FROM, TO and ORIGIN: see the top of this file');
const post = nodemailer.createTransport({ url: SMTP, pool: true, connectionTimeout: 10e3, socketTimeout: 30e3, disableFileAccess: true, disableUrlAccess: true });

/** In bytes. */
const LONGEST = 65536;
/** Mails in ten minutes: from one address (a company's whole office may share one), and altogether. */
const FROM_ONE = Number(process.env.FROM_ONE ?? 20);
const FROM_ALL = Number(process.env.FROM_ALL ?? 300);
let sent = new Map(), total = 0;
setInterval(() => ((sent = new Map()), (total = 0)), 600e3).unref();

/** Keys of the messages of the last day, each with its mail: what comes again is not mailed again. */
const known = new Map();

const isText = (value, longest) => typeof value === 'string' && value.length <= longest;
/** One line that reads as it is written: neither controls nor what turns the direction of writing. */
const line = (text) => text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' ');

/** A message as it comes from Leeward; null when it is none. Other fields are not looked at. */
const read = (text) => {
  const { key, name, contact, message, reference = '', answers } = Object(JSON.parse(text));
  const isWhole = isText(key, 64) && key && isText(name, 1000) && isText(contact, 1000) && isText(message, LONGEST) && isText(reference ?? '', 100) && Array.isArray(answers) && answers.length <= 100;
  const told = isWhole && answers.map(Object);
  return told && told.every(({ question, answer }) => isText(question, 1000) && isText(answer, LONGEST)) ? { key, name, contact, message, reference: reference ?? '', answers: told } : null;
};

const mail = ({ name, contact, message, reference, answers }) => ({
  from: FROM,
  to: TO,
  subject: line(`Message from the website ${reference}`),
  text: [message, ...answers.map(({ question, answer }) => `${question}\n  ${answer}`), `${name}\n${contact}`].join('\n\n'),
  // Who writes an e-mail address can be answered with "Reply".
  ...(contact.length < 255 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(contact) && { replyTo: { name: '', address: contact } }),
});

const handle = async (request, answer) => {
  const { origin, 'sec-fetch-site': from, 'content-type': type = '', 'x-forwarded-for': forwarded = '' } = request.headers;
  // A page of another site may neither write nor ask. JSON can't be sent by a form, nor without having asked.
  if (origin && from !== 'same-origin' && !ORIGIN.split(' ').includes(origin)) return answer(403);
  if (request.method === 'OPTIONS') return answer(204);
  if (request.method !== 'POST') return answer(405);
  if (!/^application\/json *(;|$)/i.test(type)) return answer(415);

  let text = '';
  request.setEncoding('utf8');
  for await (const part of request.iterator({ destroyOnReturn: false })) if ((text += part).length > LONGEST) return answer(413);
  let letter = null;
  try {
    letter = read(text);
  } catch {}
  if (!letter) return answer(400);

  if (!known.has(letter.key)) {
    const sender = forwarded.split(',').at(-1).trim();
    const count = sent.get(sender) ?? 0;
    if (total >= FROM_ALL || (sender && count >= FROM_ONE)) return answer(429, { 'Retry-After': '600' });
    sent.set(sender, count + 1);
    total += 1;
    known.set(letter.key, post.sendMail(mail(letter)));
    setTimeout(() => known.delete(letter.key), 24 * 3600e3).unref();
  }
  // Two attempts at one message wait for the same mail.
  try {
    await known.get(letter.key);
  } catch {
    known.delete(letter.key);
    return answer(503);
  }
  // The receipt says which message it is for.
  answer(202, {}, JSON.stringify({ key: letter.key }));
};

const server = createServer({ requestTimeout: 30e3 }, (request, response) => {
  const { origin = '' } = request.headers;
  const answer = (status, more = {}, body = '') => {
    const allowed = ORIGIN.split(' ').includes(origin) && { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Headers': 'Content-Type' };
    // What is left of a body that is too long is not waited for.
    const close = request.complete ? {} : { Connection: 'close' };
    response.writeHead(status, { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff', Vary: 'Origin', ...allowed, ...close, ...more }).end(body);
  };
  // Whatever somebody sends, and whenever they hang up: it ends with this request.
  handle(request, answer).catch(() => (response.headersSent ? response.destroy() : answer(400)));
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
