import type { ChannelId } from '#contracts/enums';
import { bestRoute, learn, type Reads, type ReadKind } from './learned-route.ts';

const day = (n: number) => new Date(Date.parse('2022-06-01T01:00:00Z') + n * 86_400_000);
const after = (...events: [number, ChannelId, ReadKind][]): Reads =>
  events.reduce((reads: Reads, [at, channel, kind]) => learn(reads, channel, kind, day(at)), {});

it.each<[string, [number, ChannelId, ReadKind][], string | null]>([
  ['nothing is known', [], null],
  ['one answer may be chance', [[0, 'telegram', 'answered']], null],
  [
    'two answers are a habit',
    [
      [0, 'telegram', 'answered'],
      [1, 'telegram', 'answered'],
    ],
    'telegram',
  ],
  ['so are four messages opened', [0, 1, 2, 3].map((at) => [at, 'email', 'opened']), 'email'],
  [
    'two that are much alike leave the order of channels as it is',
    [0, 1, 2, 3].flatMap((at): [number, ChannelId, ReadKind][] => [
      [at, 'telegram', 'opened'],
      [at, 'email', 'opened'],
    ]),
    null,
  ],
  [
    'a new habit takes the place of an old one',
    [
      ...[0, 1, 2, 3].map((at): [number, ChannelId, ReadKind] => [at, 'telegram', 'answered']),
      ...[100, 101, 102].map((at): [number, ChannelId, ReadKind] => [at, 'zalo-bot', 'answered']),
    ],
    'zalo-bot',
  ],
])('%s', (_, events, best) => {
  expect(bestRoute(after(...events), day(events.at(-1)?.[0] ?? 0))).toBe(best);
});

it('counts an event that is worked twice once, and one that comes late not at all', () => {
  const once = after([1, 'telegram', 'answered']);
  expect(learn(once, 'telegram', 'answered', day(1))).toBe(once);
  expect(learn(once, 'telegram', 'answered', day(0))).toBe(once);
});
