/** Login proof and phone exchange: tokens bound to one app, phone tokens for two minutes and one use. */
import { createHmac } from 'node:crypto';
import type { FakePerson, Incoming, Reply, ZaloWorld } from './world.ts';

const LIFE_MS = 120_000;

interface PhoneToken {
  person: FakePerson;
  appId: string;
  at: number;
  used: boolean;
}

const wrong = (error: number, message: string): Reply => ({ status: 200, body: { error, message } });

export class EmulatedGraph {
  private readonly logins = new Map<string, FakePerson>();
  private readonly phones = new Map<string, PhoneToken>();

  constructor(private readonly world: ZaloWorld) {}

  /** What the mini-app's SDK gives for this person. */
  accessToken(person: FakePerson): string {
    const token = this.world.id('graph-access-');
    this.logins.set(token, person);
    return token;
  }

  /** What the SDK gives when the person agrees to show the phone number. */
  phoneToken(person: FakePerson, appId = this.world.settings.appId): string {
    const token = this.world.id('phone-token-');
    this.phones.set(token, { person, appId, at: this.world.now().getTime(), used: false });
    return token;
  }

  handle({ method, path, headers }: Incoming): Reply {
    if (method !== 'GET') return { status: 404, body: 'Not found' };
    const person = this.logins.get(headers.access_token ?? '');
    if (!person) return wrong(452, 'Session key invalid');
    if (path === '/v2.0/me') return this.me(person, headers);
    return path === '/v2.0/me/info' ? this.info(person, headers) : { status: 404, body: 'Not found' };
  }

  private me(person: FakePerson, headers: Incoming['headers']): Reply {
    const proof = createHmac('sha256', this.world.settings.appSecret)
      .update(headers.access_token ?? '')
      .digest('hex');
    if (headers.appsecret_proof !== proof) return wrong(-242, 'appsecret_proof is invalid');
    return {
      status: 200,
      body: { id: person.appUserId, name: person.name, picture: { data: { url: '' } }, error: 0, message: 'Success' },
    };
  }

  private info(person: FakePerson, { code, secret_key: secret }: Incoming['headers']): Reply {
    if (!code) return wrong(114, 'Code is empty');
    if (!secret) return wrong(116, 'Secret key is empty');
    if (secret !== this.world.settings.appSecret) return wrong(117, 'Secret key is invalid');
    const token = this.phones.get(code);
    if (!token || token.person !== person) return wrong(115, 'Code is invalid');
    if (token.appId !== this.world.settings.appId) return wrong(118, 'Code is of another app');
    if (token.used) return wrong(119, 'Code is used');
    if (this.world.now().getTime() - token.at > LIFE_MS) return wrong(115, 'Code is expired');
    token.used = true;
    return { status: 200, body: { data: { number: person.phone }, error: 0, message: 'Success' } };
  }
}
