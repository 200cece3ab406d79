import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { absent, type Pair, sumPairs } from '#contracts/reporting/figures';
import { periodOfMonth } from '#contracts/reporting/periods';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { type DividedSum, type FormerCommune, RestatementQueries, type SentPair } from './restatement.queries.ts';

type View = RouteAnswer<typeof routes.restatedFigures>;
/** Null: nobody can say which part of it belongs here. */
type Parts = Map<string, (Pair | null)[]>;

/**
 * A month as it was sent, in the units of today. Whole units are added; of divided ones only what records say is divided, by
 * the teams that came here, so that the parts of all heirs add up to what was sent.
 */
@Injectable()
export class ReadRestatement {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly queries: RestatementQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, { month }: RouteQuery<typeof routes.restatedFigures>): Promise<View> {
    await this.scope.require(actor, 'report.read', { unitId });
    const unit = await this.organization.unitRef(unitId, this.clock.today());
    if (!unit) throw platformErrors.notFound();
    const period = periodOfMonth(month, await this.organization.periodRule(unitId));
    const all = await this.queries.communes(unitId, period);
    const whole = wholeOf(all);
    const then = all.filter(({ existed }) => existed);
    const sent = then.filter(({ reportId }) => reportId !== null);
    const divided = sent.filter(({ id }) => !whole.has(id));
    const cut = then.filter(({ reportId, ended }) => reportId === null && ended);
    const [pairs, shares, records] = await Promise.all([
      this.queries.sent(reportsOf(sent)),
      this.queries.divided(unitId, reportsOf(divided)),
      this.queries.uncounted(unitId, idsOf(cut), period),
    ]);
    const parts: Parts = new Map();
    for (const pair of pairs) add(parts, pair.code, whole.has(pair.unitId) ? pair : shareOf(pair, shares));
    for (const { code, here } of records) add(parts, code, { numerator: here, denominator: null });
    const names = await this.organization.unitRefs(idsOf(then), period.endsOn);
    const named = (communes: readonly FormerCommune[]) => communes.flatMap(({ id }) => names.get(id) ?? []);
    const missing = then.filter(({ reportId, ended }) => reportId === null && !ended);
    return {
      unit,
      month,
      figures: await this.figures(parts, period.endsOn),
      parts: [
        ...named(sent.filter(({ id }) => whole.has(id))).map((one) => ({ unit: one, from: 'report' as const })),
        ...named(divided).map((one) => ({ unit: one, from: 'share' as const })),
        ...named(cut).map((one) => ({ unit: one, from: 'records' as const })),
      ],
      missing: named(missing),
    };
  }

  private async figures(parts: Parts, at: string): Promise<View['figures']> {
    const indicators = await this.organization.indicators(null, at);
    return [...indicators.values()].flatMap(({ dimensions: _, ...indicator }) => {
      const found = parts.get(indicator.code);
      if (!found) return [];
      const known = found.filter((pair) => pair !== null);
      const isKnown = known.length === found.length;
      return [{ indicator, pair: isKnown ? sumPairs(known) : absent, known: isKnown }];
    });
  }
}

/** Communes all of whose area is in the asked unit: those that stand in it, and those whose heirs all do. */
function wholeOf(communes: readonly FormerCommune[]): Set<string> {
  const byId = new Map(communes.map((commune) => [commune.id, commune]));
  const isWhole = (id: string): boolean => {
    const commune = byId.get(id);
    if (!commune) return false;
    return commune.successors.length === 0 ? commune.inside : commune.successors.every(isWhole);
  };
  return new Set(communes.map(({ id }) => id).filter(isWhole));
}

/** The part of a divided unit's figure: only where its lines make up all of it. */
function shareOf(pair: SentPair, shares: readonly DividedSum[]): Pair | null {
  if (pair.numerator === null) return absent;
  const sum = shares.find(({ unitId, code }) => unitId === pair.unitId && code === pair.code);
  const isCount = pair.denominator === null && !pair.isTyped;
  if (isCount && pair.records > 0 && sum?.whole === pair.numerator) return { numerator: sum.here, denominator: null };
  return isCount && pair.numerator === 0 && pair.records === 0 ? { numerator: 0, denominator: null } : null;
}

function add(parts: Parts, code: string, pair: Pair | null): void {
  parts.set(code, [...(parts.get(code) ?? []), pair]);
}

const idsOf = (communes: readonly FormerCommune[]): string[] => communes.map(({ id }) => id);
const reportsOf = (communes: readonly FormerCommune[]): string[] => communes.flatMap(({ reportId }) => reportId ?? []);
