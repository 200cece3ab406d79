/**
 * E-mail over SMTP. Acceptance by the server means sent, not delivered: bounces come later, as mail.
 * The Message-ID is the same for every attempt of one delivery, so that a repeated mail is one mail to the reader's client.
 */
import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { Attachment, Channel, Health, NeutralMessage, Rendered, SendContext, SendResult } from '../channel.ts';
import { emailFailure } from './email-failure.ts';
import { renderEmail } from './render-email.ts';

export interface EmailSettings {
  /** smtp(s)://user:password@host:port */
  url: string;
  /** "Name <address>" */
  from: string;
  /** Connections kept open; more are refused by many servers. Default 10. */
  connections?: number;
  timeoutMs?: number;
  perSecond?: number;
}

const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

class EmailChannel implements Channel<string> {
  readonly id = 'email';
  readonly capabilities = {
    maxText: 100_000,
    lengthUnit: 'utf16',
    formats: ['plain', 'html'],
    buttons: 'url',
    openMiniApp: true,
    media: false,
    templatesOnly: false,
    groups: 'none',
    receipts: [],
    inbound: false,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = {
    parse: (text: string) => (ADDRESS.test(text) ? text : undefined),
    format: (address: string) => address,
  };
  private readonly transport: Transporter;
  /** Message-IDs whose content the server has begun to take. */
  private readonly handedOver = new Set<string>();

  constructor(private readonly settings: EmailSettings) {
    const { connections = 10, timeoutMs = 20_000, perSecond = 50 } = settings;
    this.limits = { perSecond, burst: perSecond, concurrency: connections * 2, timeoutMs, respectsQuietHours: false };
    const transport = createTransport({
      url: settings.url,
      pool: true,
      maxConnections: connections,
      maxMessages: 500,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
    transport.use('stream', (mail, done) => {
      const { message } = mail;
      const create = message.createReadStream.bind(message);
      const key = String(mail.data.messageId);
      message.createReadStream = (options) => create(options).once('resume', () => this.handedOver.add(key));
      done();
    });
    this.transport = transport;
  }

  canSend() {
    return { kind: 'allow', costVnd: 0 } as const;
  }

  render(message: NeutralMessage): Rendered[] {
    return renderEmail(message);
  }

  async send(to: string, parts: readonly Rendered[], { deliveryKey, signal }: SendContext): Promise<SendResult> {
    const messageId = this.messageIdOf(deliveryKey);
    const [part] = parts;
    if (!part) return { ok: false, cls: 'PERMANENT', code: 'NOTHING_RENDERED' };
    try {
      await Promise.race([this.transport.sendMail(this.mail(to, part, messageId)), cutOff(signal)]);
      return { ok: true, providerId: messageId };
    } catch (error) {
      return emailFailure(error, this.handedOver.has(messageId));
    } finally {
      this.handedOver.delete(messageId);
    }
  }

  async health(): Promise<Health> {
    try {
      await this.transport.verify();
      return { state: 'ok', detail: null };
    } catch (error) {
      return { state: 'down', detail: (error as { code?: string }).code ?? 'UNKNOWN' };
    }
  }

  async close(): Promise<void> {
    this.transport.close();
  }

  private mail(to: string, part: Rendered, messageId: string) {
    return {
      from: this.settings.from,
      to,
      subject: part.subject ?? '',
      text: part.text,
      html: part.html,
      messageId,
      ...(part.attachments && { attachments: part.attachments.map(attached) }),
      headers: { 'Auto-Submitted': 'auto-generated', ...(part.muteUrl && { 'List-Unsubscribe': `<${part.muteUrl}>` }) },
    };
  }

  /** The key is hashed: a mail's header tells nothing of people or tasks. */
  private messageIdOf(deliveryKey: string): string {
    const domain = /@([a-z0-9.-]+)/i.exec(this.settings.from)?.[1] ?? 'to-so.example';
    return `<${createHash('sha256').update(deliveryKey).digest('hex').slice(0, 40)}@${domain}>`;
  }
}

/** A file is never shown inside the mail, and its name cannot start a header. */
function attached({ name, type, content }: Attachment) {
  return {
    filename: name.replace(/[\p{Cc}"\\/]+/gu, ' '),
    contentType: type,
    content,
    contentDisposition: 'attachment' as const,
  };
}

function cutOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(Object.assign(new Error('cut off'), { code: 'ETIMEDOUT' }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

export function createEmailChannel(settings: EmailSettings): Channel<string> {
  return new EmailChannel(settings);
}
