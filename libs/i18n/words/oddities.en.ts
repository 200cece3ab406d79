import type { OddityWords } from './oddities.vi.ts';

export const odditiesEn: OddityWords = {
  'oddity.ownPast.tenfold':
    '{times} times its own level over {months} {months|month|months} ({middle}). One 0 too many?',
  'oddity.ownPast.above': '{times} times its own level over {months} {months|month|months} ({middle}).',
  'oddity.ownPast.tenth':
    'One part in {times} of its own level over {months} {months|month|months} ({middle}). One 0 too few?',
  'oddity.ownPast.below': 'One part in {times} of its own level over {months} {months|month|months} ({middle}).',
  'oddity.peers': '{places} {places|commune|communes} of its size usually {places|reports|report} {low} to {high}.',
  'oddity.crossRules.products':
    '{value} OCOP {value|product|products} listed, but the commune has only {other} {other|product|products}.',
  'oddity.silence.teams': 'Silent after {months} {months|month|months} with figures, all {teams} {teams|team|teams}.',
  'oddity.silence': 'Silent after {months} {months|month|months} with figures.',
  'oddity.copied.run': 'Same as {since}: {values}.',
  'oddity.copied.month': 'Same as {since} in {count} of the commune’s {of} {of|indicator|indicators}.',
  'oddity.roundNumbers.peers': 'Round {value}; communes of its size usually report {low} to {high}.',
  'oddity.roundNumbers.own': 'Round {value}; in earlier months it reported {low} to {high}.',
  'oddity.roundNumbers.often': 'Round for {times} months in a row, now {value}.',
  'oddity.zero.ownPast': 'Over {months} {months|month|months} it usually reported 0.',
  'oddity.same.peers': 'Most {places|commune|communes} of its size report {low} ({places} compared).',
  'oddity.same.roundNumbers.peers': 'Round {value}; most communes of its size report {low}.',
  'oddity.same.roundNumbers.own': 'Round {value}; in earlier months it reported {low}.',
  'oddity.and': ' and ',
};
