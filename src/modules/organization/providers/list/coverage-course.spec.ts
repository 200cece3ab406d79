import { coveredHamlets, courseOf, type CoverageSpan } from './coverage-course.ts';

const commune = { id: 'c', hamletIds: ['1', '2', '3'] };
const span = (unitId: string, from: string, to: string | null = null): CoverageSpan => ({ unitId, from, to });
const OLD = span('c', '2025-01-01');
const course = (standing: CoverageSpan[], listed: CoverageSpan[], since = '2026-12-01') =>
  courseOf(commune, standing, listed, since);

describe('what is covered of a commune from a day on', () => {
  it.each<[string, CoverageSpan[], CoverageSpan[], CoverageSpan[]]>([
    ['the whole commune', [], [span('c', '2026-12-01')], [span('c', '2026-12-01')]],
    [
      'a hamlet beside what is covered',
      [span('1', '2026-01-01')],
      [span('2', '2026-12-01')],
      [span('1', '2026-12-01'), span('2', '2026-12-01')],
    ],
    [
      'the last hamlet makes it whole',
      [span('1', '2026-01-01'), span('2', '2026-01-01')],
      [span('3', '2026-12-01')],
      [span('c', '2026-12-01')],
    ],
    [
      'a hamlet that ends splits the commune on that day',
      [OLD],
      [span('2', '2026-12-01', '2027-01-01')],
      [span('c', '2026-12-01', '2027-01-01'), span('1', '2027-01-01'), span('3', '2027-01-01')],
    ],
    [
      'the whole commune until a day',
      [OLD],
      [span('c', '2026-12-01', '2027-03-01')],
      [span('c', '2026-12-01', '2027-03-01')],
    ],
    [
      'a later row leaves what held until then',
      [span('1', '2026-01-01')],
      [span('c', '2027-02-01')],
      [span('1', '2026-12-01', '2027-02-01'), span('c', '2027-02-01')],
    ],
    [
      'what comes later by an earlier change stays',
      [span('3', '2027-05-01')],
      [span('1', '2026-12-01')],
      [span('1', '2026-12-01'), span('3', '2027-05-01')],
    ],
  ])('%s', (_, standing, listed, expected) => {
    expect(course(standing, listed)).toEqual(expected);
  });

  it('is the same when the list says what holds already', () => {
    const listed = [span('1', '2026-12-01'), span('2', '2026-12-01')];
    expect(course([OLD], listed)).toEqual(course([OLD], []));
  });

  it('is counted by hamlets', () => {
    expect(coveredHamlets(commune, [OLD], '2026-12-01')).toBe(3);
    expect(coveredHamlets(commune, [span('1', '2026-01-01'), span('2', '2027-01-01')], '2026-12-01')).toBe(1);
  });
});
