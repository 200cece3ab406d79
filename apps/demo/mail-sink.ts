/** A mail server on this machine that takes every message and sends none on: the demo's e-mail channel ends here. */
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  url: string;
  received(): number;
  close(): void;
}

export async function startMailSink(): Promise<MailSink> {
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        count += 1;
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received: () => count, close: () => server.close() };
}
