// Takes Leeward's messages and mails them. Node 20 or later, and `npm install nodemailer`; then, behind your web server:
//   SMTP=smtp://user:password@mail.example.com FROM=popup@example.com TO=support@example.com node mail-relay.mjs
// ORIGIN is your page's, such as https://www.example.com, where the relay has another one.
import { createServer } from 'node:http';
import nodemailer from 'nodemailer';

const { PORT = '8025', SMTP, FROM, TO, ORIGIN = '' } = process.env;
const post = nodemailer.createTransport(SMTP);
/** Keys of the messages of the last day: what comes again is not mailed again. */
const known = new Map();

const server = createServer(async (request, response) => {
  const answer = (status) => response.writeHead(status, { 'Access-Control-Allow-Origin': ORIGIN, 'Access-Control-Allow-Headers': 'Content-Type' }).end();
  if (request.method !== 'POST') return answer(request.method === 'OPTIONS' ? 204 : 405);
  let letter, text = '';
  request.setEncoding('utf8');
  try {
    for await (const part of request) if ((text += part).length > 65536) return answer(413);
    letter = JSON.parse(text);
  } catch {
    return answer(400);
  }
  const { key, name, contact, message, reference, answers } = letter;
  if (![key, name, contact, message].every((text) => typeof text === 'string') || !Array.isArray(answers)) return answer(400);
  const told = answers.map(({ question, answer }) => `${question}\n  ${answer}`);
  const mail = { from: FROM, to: TO, subject: `Message from the website ${reference ?? ''}`, text: [message, ...told, `${name}\n${contact}`].join('\n\n') };
  // Who writes an e-mail address can be answered with "Reply".
  if (/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(contact)) mail.replyTo = contact;
  // Two attempts at one message wait for the same mail.
  if (!known.has(key)) known.set(key, post.sendMail(mail)).get(key).catch(() => known.delete(key));
  setTimeout(() => known.delete(key), 24 * 3600e3).unref();
  known.get(key).then(() => answer(202), () => answer(503));
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
