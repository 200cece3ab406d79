/**
 * An SMTP server on loopback that takes every mail, keeps it, and can be told to fail the way real ones do:
 * unknown mailbox (550), try later (451), a server that hangs, one that drops the line after it has taken the mail.
 */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export type Fault = 'unknown-mailbox' | 'try-later' | 'hang-before-data' | 'hang-after-data' | 'drop-after-data';

export interface ReceivedMail {
  to: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  headers: Map<string, string>;
  attachments: { name: string; type: string; content: Buffer }[];
}

export interface SmtpEmulator {
  /** smtp://127.0.0.1:port */
  url: string;
  mails: ReceivedMail[];
  /** How many mails each mailbox got. */
  counts: Map<string, number>;
  /** The mailbox fails this way, `times` times or always. */
  fail(mailbox: string, fault: Fault, times?: number): void;
  /** Every mailbox without a fault of its own fails this way; undefined ends it. */
  failAll(fault: Fault | undefined): void;
  stop(): Promise<void>;
}

export interface SmtpSettings {
  /** false: only count mails, for benches; or which mailboxes' mails are kept. */
  keep?: boolean | ((mailbox: string) => boolean);
  port?: number;
}

class Faults {
  private readonly byMailbox = new Map<string, { fault: Fault; left: number }>();
  all: Fault | undefined;

  set(mailbox: string, fault: Fault, times: number): void {
    this.byMailbox.set(mailbox.toLowerCase(), { fault, left: times });
  }

  peek(mailbox: string): Fault | undefined {
    const entry = this.byMailbox.get(mailbox.toLowerCase());
    return entry && entry.left > 0 ? entry.fault : this.all;
  }

  take(mailbox: string): void {
    const entry = this.byMailbox.get(mailbox.toLowerCase());
    if (entry && entry.left > 0) entry.left -= 1;
  }
}

const refusals: Partial<Record<Fault, [number, string]>> = {
  'unknown-mailbox': [550, 'No such mailbox'],
  'try-later': [451, 'Try again later'],
};

function refusal([responseCode, message]: [number, string]): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function parse(raw: Buffer, to: string): Promise<ReceivedMail> {
  const mail = await simpleParser(raw);
  const headers = new Map(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]));
  return {
    to,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers,
    attachments: mail.attachments.map(({ filename = '', contentType, content }) => ({
      name: filename,
      type: contentType,
      content,
    })),
  };
}

export async function startSmtpEmulator({ keep = true, port = 0 }: SmtpSettings = {}): Promise<SmtpEmulator> {
  const mails: ReceivedMail[] = [];
  const counts = new Map<string, number>();
  const faults = new Faults();

  async function take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const raw = await buffer(stream);
    for (const { address } of session.envelope.rcptTo) {
      const fault = faults.peek(address);
      faults.take(address);
      counts.set(address, (counts.get(address) ?? 0) + 1);
      if (typeof keep === 'function' ? keep(address) : keep) mails.push(await parse(raw, address));
      if (fault === 'hang-after-data') return;
      if (fault === 'drop-after-data') return dropLine(session);
    }
    done();
  }

  function dropLine(session: SMTPServerSession): void {
    for (const connection of (server as unknown as { connections: Set<{ session: SMTPServerSession; close(): void }> })
      .connections) {
      if (connection.session.id === session.id) connection.close();
    }
  }

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const fault = faults.peek(address);
      if (fault === 'hang-before-data') return faults.take(address);
      const refused = fault ? refusals[fault] : undefined;
      if (refused) faults.take(address);
      done(refused ? refusal(refused) : null);
    },
    onData: (stream, session, done) => void take(stream, session, done).catch(done),
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    counts,
    fail: (mailbox, fault, times = Number.POSITIVE_INFINITY) => faults.set(mailbox, fault, times),
    failAll: (fault) => (faults.all = fault),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
