/**
 * Six fake phones for one team: each member is reached another way, and their Telegram group. The platforms are the
 * tests' emulators; people, numbers and ids are invented and stay the same from run to run.
 */
import type { FakePerson } from '../../../test/emulators/zalo.ts';
import { mailPhone, pushPhone } from './mail-and-push-phones.ts';
import type { Switch } from './page.ts';
import type { Peers } from './peers.ts';
import type { Phone } from './phone.ts';
import { type PhonesServer, servePhones } from './server.ts';
import { telegramPhone } from './telegram-phone.ts';
import { botPhone, officialAccountPhone } from './zalo-phones.ts';

export const TELEGRAM_USER = 5_110_001;
export const TELEGRAM_GROUP = -5_110_009;
export const BROWSER = 'may-cua-co-huong';
export const MAILBOX = 'hong-phuong@minhson.example';
/** Where the Telegram owner is reached when Telegram is not. */
export const SECOND_MAILBOX = 'van-thinh@minhson.example';

export interface TeamMember {
  personId: string;
  fullName: string;
  role: string;
  /** Digits with the country's code, no plus. */
  phone: string;
}

/** Who has which phone. */
export interface Cast {
  telegram: TeamMember;
  push: TeamMember;
  zalo: TeamMember;
  bot: TeamMember;
  email: TeamMember;
  groupTitle: string;
}

export interface FakePhones {
  url: string;
  phones: Record<'telegram' | 'push' | 'zalo' | 'zalo-bot' | 'email' | 'group', Phone>;
  zaloPerson: FakePerson;
  botPerson: FakePerson;
  /** Every webhook goes out twice, as when an answer is lost on its way. */
  twice: boolean;
  /** Makes a platform take everything and answer nothing, or refuse everything; or ends that. */
  darken(name: string, dark: boolean): void;
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

export interface PhonesSetting {
  peers: Peers;
  cast: Cast;
  now: () => Date;
  /** Where the server serves, without a slash at its end. */
  serverUrl: string;
  invite(personId: string): Promise<string>;
  port?: number;
}

export async function startPhones(setting: PhonesSetting): Promise<FakePhones> {
  const wires = new Wires(setting.peers);
  const { phones, zaloPerson, botPerson } = unpack(setting, wires);
  const server: PhonesServer = await servePhones(
    {
      phones: [phones.zalo, phones['zalo-bot'], phones.telegram, phones.email, phones.push, phones.group],
      consoleUrl: `${setting.serverUrl}/console/`,
      switches: () => wires.switches(),
      flip: (name) => wires.flip(name),
      deliver: () => wires.deliver(),
      invite: (id) => inviteFor(setting, id),
    },
    setting.port,
  );
  return {
    url: server.url,
    phones,
    zaloPerson,
    botPerson,
    get twice() {
      return wires.twice;
    },
    set twice(twice) {
      wires.twice = twice;
    },
    darken: (name, dark) => wires.darken(name, dark),
    deliver: () => wires.deliver(),
    stop: () => server.stop(),
  };
}

function unpack({ peers, cast, now, serverUrl }: PhonesSetting, wires: Wires) {
  const { telegram, zalo, push, smtp } = peers;
  const deliver = () => wires.deliver();
  telegram.person(TELEGRAM_USER, { firstName: cast.telegram.fullName, phone: cast.telegram.phone });
  telegram.group(TELEGRAM_GROUP, { title: cast.groupTitle });
  push.subscribe(BROWSER);
  const zaloPerson = zalo.world.person({ name: cast.zalo.fullName, phone: cast.zalo.phone, follows: true });
  const botPerson = zalo.world.person({ name: cast.bot.fullName, phone: cast.bot.phone });
  const owner = { ...cast.telegram, userId: TELEGRAM_USER };
  const atTelegram = { telegram, now, serverUrl, deliver };
  const phones = {
    telegram: telegramPhone(atTelegram, owner),
    group: telegramPhone(atTelegram, owner, TELEGRAM_GROUP),
    zalo: officialAccountPhone({ zalo, now, deliver }, zaloPerson, cast.zalo.role),
    'zalo-bot': botPhone({ zalo, now, deliver }, botPerson, cast.bot.role),
    email: mailPhone(smtp, cast.email, MAILBOX, now),
    push: pushPhone(push, cast.push, BROWSER, now),
  };
  return { phones, zaloPerson, botPerson };
}

async function inviteFor({ cast, invite, serverUrl }: PhonesSetting, phoneId: string): Promise<string | undefined> {
  const member = { email: cast.email, push: cast.push }[phoneId];
  if (!member) return undefined;
  const address = new URL(await invite(member.personId), serverUrl);
  address.hostname = `${phoneId}.localhost`;
  return address.href;
}

const dark = {
  telegram: 'Telegram im lặng (nhận mà không trả lời)',
  'telegram-down': 'Telegram hỏng (từ chối mọi tin)',
  zalo: 'Zalo im lặng',
} as const;

/** Carries webhooks from the platforms to the server one after the other, and knows which platform is dark. */
class Wires {
  twice = false;
  private readonly darkened = new Set<string>();
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly peers: Peers) {}

  deliver(): Promise<void> {
    this.tail = this.tail.then(
      () => this.carry(),
      () => this.carry(),
    );
    return this.tail;
  }

  switches(): Switch[] {
    const silent = Object.entries(dark).map(([name, label]) => ({ name, label, on: this.darkened.has(name) }));
    return [...silent, { name: 'twice', label: 'Mỗi webhook gửi hai lần', on: this.twice }];
  }

  flip(name: string): void {
    if (name === 'twice') this.twice = !this.twice;
    else if (name in dark) this.darken(name, !this.darkened.has(name));
  }

  darken(name: string, on: boolean): void {
    const { telegram, zalo } = this.peers;
    if (on) this.darkened.add(name);
    else this.darkened.delete(name);
    if (name === 'zalo' && on) zalo.fail('/', 'hang');
    else if (name === 'zalo') zalo.heal();
    else if (on) telegram.fail(name === 'telegram' ? 'hang' : 'json-500', Number.POSITIVE_INFINITY);
    else telegram.heal();
  }

  private async carry(): Promise<void> {
    const { telegram, zalo } = this.peers;
    await telegram.deliverUpdates(this.twice);
    await zalo.webhooks.flush(this.twice ? 2 : 1);
  }
}
