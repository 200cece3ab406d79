/**
 * What the emulated Zalo knows: one app with one Official Account, one mini-app and one bot, the people with their fake
 * phones, and a clock of its own. Rules are those of the public documentation; figures are settings.
 */

export interface ZaloSettings {
  appId: string;
  appSecret: string;
  oaId: string;
  /** Signs webhooks; another one than the app's secret. */
  oaSecretKey: string;
  botToken: string;
  miniAppId: string;
  miniApiKey: string;
  /** Requests per minute of the account. */
  perMinute: number;
  /** Paid consultation messages per month. */
  paidPerMonth: number;
  templatesPerDay: number;
  groupNameMax: number;
  /** How the bot's webhook body comes. */
  botBody: 'flat' | 'wrapped';
  /** Real milliseconds that a webhook's receiver has. */
  webhookTimeoutMs: number;
  /** The emulator's time starts here and moves only by `advance`; with `now` it follows another clock. */
  startsAt: Date;
  now?: () => Date;
  /** Where an address that we were given really listens; as name servers would tell. */
  reach: (url: string) => string;
  /** Ids are numbered from here; another run on the same database needs other numbers. */
  firstId: number;
  /** Whether phones tell the account what they received and when it was seen. */
  receipts: boolean;
}

export const defaults: ZaloSettings = {
  appId: '4100000000000000001',
  appSecret: 'emulated-app-secret',
  oaId: '9000000000000000001',
  oaSecretKey: 'emulated-oa-secret-key',
  botToken: '1000000001:emulated-bot-token',
  miniAppId: '3200000000000000001',
  miniApiKey: 'emulated-mini-api-key',
  perMinute: 100,
  paidPerMonth: 500,
  templatesPerDay: 500,
  groupNameMax: 30,
  botBody: 'flat',
  webhookTimeoutMs: 2_000,
  startsAt: new Date('2026-11-25T02:00:00Z'),
  reach: (url) => url,
  firstId: 1,
  receipts: false,
};

export interface ReceivedMessage {
  channel: 'zalo-oa' | 'zalo-zbs' | 'zalo-bot' | 'zalo-gmf' | 'zalo-mini';
  id: string;
  text: string;
  at: Date;
  costVnd: number;
  groupId?: string;
  /** Template parameters or a notice's fields. */
  data?: Record<string, string>;
}

/** A person with a phone. Each id belongs to a space of its own and must not serve in another. */
export interface FakePerson {
  name: string;
  /** Digits with the country's code. */
  phone: string;
  /** Towards the Official Account. */
  userId: string;
  /** Towards the app and its mini-app. */
  appUserId: string;
  /** Known to the bot once the person wrote to it. */
  botChatId: string;
  wroteToBot: boolean;
  follows: boolean;
  lastInteractionAt?: Date;
  /** Consultation messages since then. */
  sentSince: number;
  /** An administrator of the account. */
  admin: boolean;
  refusesTemplates: boolean;
  allowsMiniNotices: boolean;
  /** What the phone shows. */
  received: ReceivedMessage[];
}

export interface FakeGroup {
  id: string;
  name: string;
  description: string;
  assetId: string;
  members: Set<string>;
  pending: Set<string>;
  messages: ReceivedMessage[];
}

export interface FakeAsset {
  id: string;
  product: string;
  groupId?: string;
  validThrough: Date;
}

export interface FakeTemplate {
  id: string;
  status: 'enabled' | 'pending';
  /** Longest value by parameter; all are required. */
  parameters: Record<string, number>;
}

export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface Incoming {
  method: string;
  /** Without the service's folder and the query. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  raw: string;
  /** The parsed JSON body, or an empty object. */
  json: Record<string, unknown>;
}

export class ZaloWorld {
  readonly settings: ZaloSettings;
  readonly people: FakePerson[] = [];
  readonly groups = new Map<string, FakeGroup>();
  readonly assets: FakeAsset[] = [];
  readonly templates = new Map<string, FakeTemplate>();
  /** Requests per service, as they came in. */
  readonly requests = new Map<string, number>();
  /** Requests that came while the minute was used up. */
  overLimit = 0;
  private passed = 0;
  private serial = 0;

  constructor(settings: Partial<ZaloSettings>) {
    this.settings = { ...defaults, ...settings };
  }

  now(): Date {
    return new Date((this.settings.now?.() ?? this.settings.startsAt).getTime() + this.passed);
  }

  pass(milliseconds: number): void {
    this.passed += milliseconds;
  }

  /** Ids are in order and the same in each run. */
  id(prefix: string): string {
    return `${prefix}${String(this.settings.firstId + this.serial++).padStart(6, '0')}`;
  }

  person(about: Partial<FakePerson> & { name: string }): FakePerson {
    const number = String(this.people.length + 1).padStart(6, '0');
    const person: FakePerson = {
      phone: `84510${number}`,
      userId: `5010000000${number}`,
      appUserId: `7770000000${number}`,
      botChatId: `c0ffee${number}`,
      wroteToBot: false,
      follows: false,
      sentSince: 0,
      admin: false,
      refusesTemplates: false,
      allowsMiniNotices: false,
      received: [],
      ...about,
    };
    this.people.push(person);
    return person;
  }

  byUserId(userId: unknown): FakePerson | undefined {
    return this.people.find((person) => person.userId === userId);
  }

  interacts(person: FakePerson): void {
    person.lastInteractionAt = this.now();
    person.sentSince = 0;
  }

  /** Milliseconds since the last interaction; infinite when there was none. */
  silence({ lastInteractionAt }: FakePerson): number {
    return lastInteractionAt ? this.now().getTime() - lastInteractionAt.getTime() : Number.POSITIVE_INFINITY;
  }

  /** Local hour of Viet Nam, with its fraction. */
  hour(): number {
    return ((this.now().getTime() + 7 * HOUR) % (24 * HOUR)) / HOUR;
  }
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const ok = (data: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  body: { data, error: 0, message: 'Success' },
  ...(headers && { headers }),
});
/** Errors of the account come with HTTP 200. */
export const refused = (error: number, message: string, headers?: Record<string, string>): Reply => ({
  status: 200,
  body: { error, message },
  ...(headers && { headers }),
});
