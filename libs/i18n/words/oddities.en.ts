import type { OddityWords } from './oddities.vi.ts';

export const odditiesEn: OddityWords = {
  'oddity.ownPast.tenfold':
    '{times} times its own level over {months} {months|month|months} ({middle}). One 0 too many?',
  'oddity.ownPast.above': '{times} times its own level over {months} {months|month|months} ({middle}).',
  'oddity.ownPast.tenth':
    'One part in {times} of its own level over {months} {months|month|months} ({middle}). One 0 too few?',
  'oddity.ownPast.below': 'One part in {times} of its own level over {months} {months|month|months} ({middle}).',
  'oddity.peers': 'Unlike {places} {places|commune|communes} of its size: {low}–{high}.',
  'oddity.crossRules.products':
    '{value} OCOP {value|product|products} listed, but the commune has only {other} {other|product|products}.',
  'oddity.silence.teams': 'Silent after {months} {months|month|months} with figures, all {teams} {teams|team|teams}.',
  'oddity.silence': 'Silent after {months} {months|month|months} with figures.',
  'oddity.copied.run': 'Same as {since}: {values}.',
  'oddity.copied.month': 'Same as {since} in {count} of the commune’s {of} {of|indicator|indicators}.',
  'oddity.roundNumbers.peers': 'Round {value}; like communes {low}–{high}.',
  'oddity.roundNumbers.own': 'Round {value}; its own are usually {low}–{high}.',
  'oddity.roundNumbers.often': 'Round for {times} months in a row, now {value}.',
  'oddity.and': ' and ',
};
