/**
 * The port behind which every external channel stands. It knows no domain: a neutral message goes in, a provider's
 * id or one of the failure classes comes out. What a channel may do is data, so that a new one needs no change
 * in the code that plans and delivers.
 */

/** Persisted ids: add, never rename. */
export type ChannelId =
  | 'telegram'
  | 'zalo-oa'
  | 'zalo-zbs'
  | 'zalo-bot'
  | 'zalo-gmf'
  | 'zalo-mini'
  | 'email'
  | 'web-push';

export interface Capabilities {
  /** Longest text of one message, in `lengthUnit`. */
  maxText: number;
  lengthUnit: 'utf16' | 'bytes';
  formats: readonly ('plain' | 'html')[];
  buttons: 'none' | 'url' | 'callback';
  openMiniApp: boolean;
  media: boolean;
  /** Only texts that the provider has approved before. */
  templatesOnly: boolean;
  groups: 'none' | 'join-only' | 'create';
  groupNameMax?: number;
  receipts: readonly ('delivered' | 'seen')[];
  inbound: boolean;
  verifiedPhone: boolean;
  edit: boolean;
  batchMax: number;
}

/** How fast and in what company the provider wants to be called. */
export interface Limits {
  /** Requests per second of the account, and how many may come at once after a rest. A message in parts takes several. */
  perSecond: number;
  burst: number;
  /** Channels of one account share its bucket and its pauses; a channel without it is an account of its own. */
  account?: string;
  /** Sends in flight at once, per process. */
  concurrency: number;
  /** A send that takes longer is cut off and counts as ambiguous. */
  timeoutMs: number;
  /** True where the person's quiet hours hold the message back. */
  respectsQuietHours: boolean;
}

/** Turns a channel's address into the text that is stored, and back. */
export interface AddressCodec<A> {
  /** Undefined when the text is no address of this channel. */
  parse(text: string): A | undefined;
  format(address: A): string;
}

/** A message without any channel's markup. */
export interface NeutralMessage {
  language: 'vi' | 'en';
  title: string;
  paragraphs: readonly string[];
  /** Opens one thing in the mini-app. Signs nobody in. */
  link?: { label: string; url: string };
  /** Why it came, and whether it can be muted. */
  footer: string;
  /** Where the person switches such messages off; absent on mandatory notices. */
  muteUrl?: string;
  /** Answers that can be given in the chat itself, where the channel has such buttons. */
  actions?: readonly ChatAction[];
}

export interface ChatAction {
  label: string;
  /** Comes back in the inbound event; 1 to 64 bytes, signs nobody in and grants nothing by itself. */
  data: string;
  /** It stands below the others, in a row of its own. */
  wide?: true;
}

/** A file that goes with a message, where the channel takes any. */
export interface Attachment {
  name: string;
  type: string;
  content: Buffer;
}

export interface Rendered {
  text: string;
  html?: string;
  subject?: string;
  muteUrl?: string;
  buttons?: readonly { label: string; url: string }[];
  actions?: readonly ChatAction[];
  /** Put in after rendering; channels that carry no files leave them out. */
  attachments?: readonly Attachment[];
}

export type Verdict =
  | { kind: 'allow'; costVnd: number }
  | { kind: 'defer'; until: Date }
  | { kind: 'deny'; reason: string };

/**
 * RETRYABLE: not taken, try later. RETRY_AFTER: not taken, told when. AMBIGUOUS: perhaps taken, a retry may repeat it.
 * RECIPIENT_GONE, WINDOW_CLOSED: this person's next channel. ADDRESS_MOVED: use `movedTo`. QUOTA: not today.
 * REAUTH, CONFIG: the channel itself is out of order. PERMANENT: this message can never be sent here.
 */
export const failureClasses = [
  'RETRYABLE',
  'RETRY_AFTER',
  'AMBIGUOUS',
  'RECIPIENT_GONE',
  'WINDOW_CLOSED',
  'ADDRESS_MOVED',
  'QUOTA',
  'REAUTH',
  'CONFIG',
  'PERMANENT',
] as const;
export type FailureClass = (typeof failureClasses)[number];

export interface SendFailure {
  ok: false;
  cls: FailureClass;
  /** The provider's own code, without addresses and secrets. */
  code: string;
  retryAfterMs?: number;
  movedTo?: string;
  /** Nobody is there any more: no such number, no such mailbox. Absent where the person has only shut us out. */
  noSuch?: true;
  /** What has to wait after RETRY_AFTER: only this address, or the whole account (when absent). */
  scope?: 'account' | 'address';
}
/** `movedTo` on a success: it arrived, but this address is to be used from now on. */
export type SendResult = { ok: true; providerId: string | null; costVnd?: number; movedTo?: string } | SendFailure;

/** One bucket that a send has to pass, next to the account's own of `Limits`. */
export interface Pace {
  key: string;
  perSecond: number;
  burst: number;
}

export interface SendContext {
  /** The same for every attempt of one delivery: providers and readers can tell a repetition by it. */
  deliveryKey: string;
  attempt: number;
  signal: AbortSignal;
}

export interface Health {
  state: 'ok' | 'down' | 'off';
  detail: string | null;
}

export type Verified = { ok: true; body: unknown } | { ok: false; reason: string };
export interface InboundEvent {
  dedupKey: string;
  occurredAt: Date;
  actor: string;
  kind: string;
  data: unknown;
}

export interface Channel<A = unknown> {
  readonly id: ChannelId;
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  readonly address: AddressCodec<A>;
  /** Windows, quota and consent as the channel knows them; asked right before sending. */
  canSend(to: A, message: NeutralMessage, now: Date): Verdict;
  /** The narrower limits that hold for this address: per chat, per group. */
  pace?(to: A): readonly Pace[];
  /** Splits, escapes and degrades: one or more parts, sent in order. */
  render(message: NeutralMessage): Rendered[];
  /** Never throws: every failure is a class. */
  send(to: A, parts: readonly Rendered[], context: SendContext): Promise<SendResult>;
  /** Checks a webhook's signature over the raw body, before anything is parsed. */
  verifyInbound?(headers: Record<string, string | undefined>, rawBody: Buffer, now: Date): Verified;
  normalize?(verified: Verified): InboundEvent[];
  /** Never on the readiness path. */
  health(): Promise<Health>;
  close?(): Promise<void>;
}
