/**
 * What a provider covers of a commune from a day on, as rows by dates: what it covers and what a list says, put together. A
 * row of the commune holds for all its hamlets, those to come included; rows of hamlets stand where only some are covered.
 * Pure.
 */
export interface CoverageSpan {
  /** The commune or one of its hamlets. */
  unitId: string;
  from: string;
  /** The first day on which it no longer holds; null: open. */
  to: string | null;
}
interface Commune {
  id: string;
  hamletIds: readonly string[];
}

const FOR_EVER = '9999-12-31';
const endOf = ({ to }: Pick<CoverageSpan, 'to'>): string => to ?? FOR_EVER;
const holds = (span: CoverageSpan, day: string): boolean => span.from <= day && day < endOf(span);

/**
 * From its first day on, a row of the list says all of its place: it holds until its end, and not after.
 * @param since the day from which the rows are asked for
 */
export function courseOf(
  commune: Commune,
  standing: readonly CoverageSpan[],
  listed: readonly CoverageSpan[],
  since: string,
): CoverageSpan[] {
  const days = [since, ...[...standing, ...listed].flatMap((span) => [span.from, endOf(span)])]
    .filter((day) => day >= since && day < FOR_EVER)
    .toSorted();
  const turns = [...new Set(days)];
  const spans: CoverageSpan[] = [];
  turns.forEach((day, n) => {
    const to = turns[n + 1] ?? null;
    for (const unitId of coveredOn(commune, standing, listed, day)) {
      const before = spans.findLast((span) => span.unitId === unitId);
      if (before?.to === day) before.to = to;
      else spans.push({ unitId, from: day, to });
    }
  });
  return spans;
}

/** The commune where all of it is covered, else its covered hamlets. */
function coveredOn(
  { id, hamletIds }: Commune,
  standing: readonly CoverageSpan[],
  listed: readonly CoverageSpan[],
  day: string,
): string[] {
  const began = (unitId: string) => listed.filter((span) => span.unitId === unitId && span.from <= day);
  const said = (unitId: string): boolean | undefined => {
    const spans = began(unitId);
    return spans.length === 0 ? undefined : spans.some((span) => holds(span, day));
  };
  const stood = (unitId: string) => standing.some((span) => span.unitId === unitId && holds(span, day));
  const whole = said(id) ?? stood(id);
  const covered = hamletIds.filter((hamletId) => said(hamletId) ?? said(id) ?? (whole || stood(hamletId)));
  const isWhole = covered.length === hamletIds.length && (whole || hamletIds.length > 0);
  return isWhole ? [id] : covered;
}

export const coveredHamlets = ({ id, hamletIds }: Commune, spans: readonly CoverageSpan[], day: string): number =>
  spans.some((span) => span.unitId === id && holds(span, day))
    ? hamletIds.length
    : hamletIds.filter((hamletId) => spans.some((span) => span.unitId === hamletId && holds(span, day))).length;
