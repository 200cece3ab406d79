/** Consultation messages, and the gate before every call of the account: token, requests per minute. */
import type { EmulatedOauth } from './oauth.ts';
import type { EmulatedWebhooks } from './webhooks.ts';
import {
  DAY,
  type FakePerson,
  HOUR,
  type Incoming,
  ok,
  type ReceivedMessage,
  type Reply,
  refused,
  type ZaloWorld,
} from './world.ts';

const MINUTE = 60_000;
const TEXT = 2000;

export class EmulatedAccount {
  private minute = 0;
  private used = 0;
  private month = '';
  private paid = 0;

  constructor(
    private readonly world: ZaloWorld,
    private readonly oauth: EmulatedOauth,
    private readonly webhooks: EmulatedWebhooks,
  ) {}

  /** Undefined when the call may go on; the headers of a good answer come from `headers`. */
  gate({ headers }: Incoming, expired = -220): Reply | undefined {
    const refusal = this.oauth.refusal(headers.access_token);
    if (refusal)
      return refused(refusal === 'invalid' && expired === -220 ? -216 : expired, `Access token is ${refusal}`);
    const minute = Math.floor(this.world.now().getTime() / MINUTE);
    if (minute !== this.minute) [this.minute, this.used] = [minute, 0];
    this.used += 1;
    if (this.used <= this.world.settings.perMinute) return undefined;
    this.world.overLimit += 1;
    return refused(-32, 'Out of limit of requests', this.headers());
  }

  headers(): Record<string, string> {
    const { perMinute } = this.world.settings;
    return { 'x-ratelimit-limit': String(perMinute), 'x-ratelimit-remain': String(Math.max(0, perMinute - this.used)) };
  }

  consult({ json }: Incoming): Reply {
    const recipient = json.recipient as { user_id?: unknown } | undefined;
    const text = (json.message as { text?: unknown } | undefined)?.text;
    if (typeof text !== 'string' || text === '') return refused(-201, 'Params is invalid');
    if (text.length > TEXT) return refused(-210, 'Params exceed the allowed limit');
    const person = this.world.byUserId(recipient?.user_id);
    if (!person) return refused(-201, 'user_id is invalid');
    const silence = this.world.silence(person);
    if (silence === Number.POSITIVE_INFINITY)
      return refused(person.follows ? -232 : -213, 'User has no valid interaction');
    if (silence > 7 * DAY) return refused(-230, 'User has not interacted with the OA in the past 7 days');
    const free = silence <= 48 * HOUR && person.sentSince < 8;
    if (!free && !this.pay()) return refused(-211, 'Out of quota');
    return this.deliver(person, text, free ? 0 : 55);
  }

  private pay(): boolean {
    const month = this.world.now().toISOString().slice(0, 7);
    if (month !== this.month) [this.month, this.paid] = [month, 0];
    if (this.paid >= this.world.settings.paidPerMonth) return false;
    this.paid += 1;
    return true;
  }

  private deliver(person: FakePerson, text: string, costVnd: number): Reply {
    const message: ReceivedMessage = {
      channel: 'zalo-oa',
      id: this.world.id('oa-'),
      text,
      at: this.world.now(),
      costVnd,
    };
    person.sentSince += 1;
    person.received.push(message);
    if (this.world.settings.receipts) this.receipt(person, { msg_id: message.id });
    const quota = {
      quotaType: costVnd > 0 ? 'sub_quota' : 'reply',
      total: '8',
      remain: String(Math.max(0, 8 - person.sentSince)),
    };
    return ok({ message_id: message.id, user_id: person.userId, quota }, this.headers());
  }

  receipt(person: FakePerson, message: Record<string, string>): void {
    this.webhooks.oa({
      event_name: 'user_received_message',
      sender: { id: this.world.settings.oaId },
      recipient: { id: person.userId },
      user_id_by_app: person.appUserId,
      message,
    });
  }
}
