/**
 * A mail server that takes every mail, for tests/cases/mail.rs. The first line that it writes is its address; each further
 * one is a mail: who it is for, and its text as it came.
 */
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  async onData(stream, { envelope }, done) {
    let text = '';
    stream.setEncoding('utf8');
    for await (const part of stream) text += part;
    console.log(JSON.stringify({ to: envelope.rcptTo.map(({ address }) => address), text }));
    done();
  },
});
server.listen(0, '127.0.0.1', () => console.log(`smtp://127.0.0.1:${server.server.address().port}`));
