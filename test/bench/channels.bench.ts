/**
 * Deliveries through the real adapters into strict emulators, which run in a process of their own.
 *
 * - ratio: `people` mixed deliveries with limits scaled up, planned, guarded, paced and written by the product with one
 *   worker, against a bare loop of the same calls by the same clients; each run several times in turn, the best of each.
 * - over_limit_requests and finish_ratio: limits as published and two workers; the finish time of the slowest channel over
 *   the time that its limit allows (100 requests a minute of the Official Account's plan, the 25 a second that we take of
 *   Telegram's 30, 50 mails a second).
 * - dead_channel_ratio: the rate of the others beside a Telegram that takes every call and never answers, over the rate
 *   without it.
 *
 *   npm run bench -- channels [--people 20000] [--limited 60] [--backend postgres|redis]
 */
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { channelEnv, type Mix, type Passage, passage, startEmulators } from './channels/run.ts';
import { startChild } from './support/children.ts';

/** Calls of the bare loop at once and channel; more of them make it slower. */
const AT_ONCE = [4, 8, 4];
const DEAD_ROUNDS = 2;
const OA_PER_MINUTE = 100;
const perSecond = { telegram: 25, 'zalo-oa': OA_PER_MINUTE / 60, email: 50 } as const;
const bars = { ratio: 0.85, finish: 1.05, dead: 0.9 };

const mixOf = (people: number): Mix => {
  const part = (share: number) => Math.round(people * share);
  const [telegram, zalo, push] = [part(0.35), part(0.35), part(0.1)];
  return { telegram, 'zalo-oa': zalo, 'web-push': push, email: people - telegram - zalo - push };
};
/** Each channel needs about so many seconds by its own limit. */
const limitedMix = (seconds: number): Mix => ({
  telegram: Math.round(perSecond.telegram * seconds),
  'zalo-oa': Math.round(perSecond['zalo-oa'] * seconds),
  email: Math.round(perSecond.email * seconds),
  'web-push': 0,
});
const total = (mix: Record<string, number> | Mix): number => Object.values(mix).reduce((a, b) => a + b, 0);
const slowest = ({ seconds }: Passage): number => Math.max(...Object.values(seconds));

async function bareLoop(mix: Mix, atOnce: number): Promise<{ seconds: number; failed: number }> {
  const { child: emulators, emulated } = await startEmulators({ mix, workers: 0, scaled: true });
  const env = { ...process.env, ...channelEnv(emulated, true) };
  const loop = startChild('./channels/loop.mjs', [emulated.zaloTokens.accessToken], env);
  await loop.answer();
  const addresses = {
    telegram: emulated.telegramUsers,
    'zalo-oa': emulated.zaloUsers,
    'web-push': emulated.browsers,
    email: Array.from({ length: mix.email }, (_, n) => `p${n}@bench.example`),
  };
  loop.process.send({ addresses, atOnce });
  const answer = await loop.answer<{ seconds: number; failed: number }>();
  await loop.stop();
  await emulators.stop();
  return answer;
}

/** In turn, and the best of each counts: a machine that others use too is not equally quick all the time. */
async function speed(servers: BenchServers, people: number) {
  const mix = mixOf(people);
  const loops: { seconds: number; failed: number }[] = [];
  const passages: Passage[] = [];
  for (const atOnce of AT_ONCE) {
    loops.push(await bareLoop(mix, atOnce));
    passages.push(await passage(servers, { mix, workers: 1, scaled: true }));
  }
  const [loop, product] = [Math.min(...loops.map(({ seconds }) => seconds)), Math.min(...passages.map(slowest))];
  return {
    ratio: loop / product,
    rate: Math.round(people / product),
    loop_rate: Math.round(people / loop),
    loop_failed: loops.reduce((sum, { failed }) => sum + failed, 0),
    sent: Math.min(...passages.map(({ sent }) => total(sent))),
  };
}

async function limits(servers: BenchServers, seconds: number) {
  const mix = limitedMix(seconds);
  const real = await passage(servers, { mix, workers: 2, scaled: false });
  const ratios = Object.entries(perSecond).map(([channel, limit]) => {
    const people = mix[channel as keyof Mix];
    return [channel, (real.seconds[channel] ?? Number.POSITIVE_INFINITY) / (people / limit)] as const;
  });
  const sent = Object.values(real.sent).reduce((a, b) => a + b, 0);
  return {
    over_limit_requests: real.overLimit.telegram + real.overLimit.zalo,
    over_limit_telegram: real.overLimit.telegram,
    over_limit_zalo: real.overLimit.zalo,
    finish_ratio: Math.max(...ratios.map(([, ratio]) => ratio)),
    finish_seconds: slowest(real),
    ...Object.fromEntries(ratios.map(([channel, ratio]) => [`finish_ratio_${channel.replace('-', '_')}`, ratio])),
    limited_unsent: total(mix) - sent,
  };
}

/** In turn as well, and the best of each. */
async function deadChannel(servers: BenchServers, people: number) {
  const mix = mixOf(people);
  const [alive, beside]: [number[], number[]] = [[], []];
  for (let round = 0; round < DEAD_ROUNDS; round++) {
    alive.push(slowest(await passage(servers, { mix: { ...mix, telegram: 0 }, workers: 1, scaled: true })));
    beside.push(slowest(await passage(servers, { mix, workers: 1, scaled: true, telegramIsDead: true })));
  }
  return { dead_channel_ratio: Math.min(...alive) / Math.min(...beside) };
}

export const bench: Bench = {
  name: 'channels',
  defaults: { people: 20_000, limited: 60, backend: 'postgres' },
  async run({ people, limited, backend }) {
    const servers = await startBenchServers(backend === 'redis' ? 'redis' : 'postgres');
    try {
      const count = Number(people);
      const metrics = { ...(await speed(servers, count)) } as Record<string, number>;
      Object.assign(metrics, await limits(servers, Number(limited)), await deadChannel(servers, count));
      return { metrics, missed: missedOf(metrics, count) };
    } finally {
      await servers.stop();
    }
  },
};

function missedOf(metrics: Record<string, number>, people: number): string[] {
  const value = (key: string) => metrics[key] ?? Number.NaN;
  return [
    ...(value('ratio') >= bars.ratio ? [] : [`ratio ${value('ratio').toFixed(2)} is below ${bars.ratio}`]),
    ...(value('over_limit_requests') === 0 ? [] : [`${value('over_limit_requests')} requests above the limits`]),
    ...(value('finish_ratio') <= bars.finish
      ? []
      : [`finish_ratio ${value('finish_ratio').toFixed(3)} is above ${bars.finish}`]),
    ...(value('dead_channel_ratio') >= bars.dead
      ? []
      : [`dead_channel_ratio ${value('dead_channel_ratio').toFixed(2)} is below ${bars.dead}`]),
    ...(value('sent') === people && value('limited_unsent') === 0 && value('loop_failed') === 0
      ? []
      : [`sent ${value('sent')} of ${people}, ${value('limited_unsent')} unsent at the real limits`]),
  ];
}
