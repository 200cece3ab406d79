/**
 * Telegram, Zalo, a push service and a mail server in a process of their own, as they are on machines of their own in real
 * life. The bench tells it how many people each knows and at which limits; it tells what was over a limit.
 */
import { startPushEmulator } from '../../emulators/push.ts';
import { startSmtpEmulator } from '../../emulators/smtp.ts';
import { startTelegramEmulator } from '../../emulators/telegram.ts';
import { publishedLimits } from '../../emulators/telegram-limits.ts';
import { startZaloEmulator } from '../../emulators/zalo.ts';

export interface Emulated {
  telegramUrl: string;
  telegramToken: string;
  zaloUrl: string;
  zaloTokens: { accessToken: string; refreshToken: string; expiresInSeconds: number };
  smtpUrl: string;
  /** Addresses in the order in which people were asked for. */
  zaloUsers: string[];
  telegramUsers: string[];
  browsers: string[];
}
export interface EmulatorOrder {
  telegram: number;
  zalo: number;
  push: number;
  publicKey: string;
  /** As the platforms publish them; else so high that nothing is held back. */
  realLimits: boolean;
  /** Telegram takes every call and never answers. */
  telegramIsDead: boolean;
}

/** Requests that the platform had to refuse. */
export interface OverLimit {
  telegram: number;
  zalo: number;
}

const BOUNDLESS = 1e9;
const now = () => new Date();

async function start(order: EmulatorOrder): Promise<{ emulated: Emulated; overLimit: () => OverLimit }> {
  const limits = order.realLimits ? publishedLimits : { global: BOUNDLESS, chat: BOUNDLESS, group: BOUNDLESS };
  const telegram = await startTelegramEmulator({ now, limits });
  const zalo = await startZaloEmulator({ now, perMinute: order.realLimits ? 100 : BOUNDLESS });
  const push = await startPushEmulator({ now, publicKey: order.publicKey });
  const smtp = await startSmtpEmulator({ keep: false });
  if (order.telegramIsDead) telegram.fail('hang', Number.POSITIVE_INFINITY);
  const telegramUsers = Array.from({ length: order.telegram }, (_, n) => String(telegram.person(5_110_000 + n).id));
  const zaloUsers = Array.from({ length: order.zalo }, (_, n) => {
    const person = zalo.world.person({ name: `Người ${n}`, follows: true });
    zalo.world.interacts(person);
    return person.userId;
  });
  const browsers = Array.from({ length: order.push }, (_, n) => push.subscribe(`b${n}`));
  const emulated = {
    telegramUrl: telegram.url,
    telegramToken: telegram.token,
    zaloUrl: zalo.url,
    zaloTokens: zalo.oauth.issue(),
    smtpUrl: smtp.url,
    zaloUsers,
    telegramUsers,
    browsers,
  };
  return { emulated, overLimit: () => ({ telegram: telegram.overLimit, zalo: zalo.world.overLimit }) };
}

let overLimit = (): OverLimit => ({ telegram: 0, zalo: 0 });
process.on('message', (message: EmulatorOrder | 'count' | 'stop') => {
  if (message === 'stop') process.exit(0);
  if (message === 'count') return void process.send?.(overLimit());
  void start(message).then(({ emulated, overLimit: count }) => {
    overLimit = count;
    process.send?.(emulated);
  });
});
process.send?.('ready');
