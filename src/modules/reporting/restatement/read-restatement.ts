import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { absent, type Pair, sumPairs } from '#contracts/reporting/figures';
import { periodOfMonth } from '#contracts/reporting/periods';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { divideFigure, type LineShare, type Whole } from './divide-figure.ts';
import { RestatedBoardQueries } from './restated-board.queries.ts';
import { type FormerCommune, RestatementQueries } from './restatement.queries.ts';

type View = RouteAnswer<typeof routes.restatedFigures>;
interface Part {
  /** Null: nobody can say which part of it belongs here. */
  here: Pair | null;
  unitId: string;
  /** All that the unit of then sent. */
  whole: Pair;
}
type Parts = Map<string, Part[]>;

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
    private readonly board: RestatedBoardQueries,
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
    const [here, pairs, shares, entered, records] = await Promise.all([
      this.board.rows(unit),
      this.queries.sent(reportsOf(sent)),
      this.board.divided(reportsOf(divided), idsOf(divided), period.endsOn),
      this.board.entered(reportsOf(divided)),
      this.board.uncounted(idsOf(cut), period),
    ]);
    const heirs = new Set(here.keys());
    const parts: Parts = new Map();
    for (const figure of pairs) {
      const sum = { numerator: figure.numerator, denominator: figure.denominator };
      const part = whole.has(figure.unitId)
        ? sum
        : (shareOf(figure, shares, heirs) ?? shareOf({ ...figure, isTyped: false }, entered, heirs));
      add(parts, figure.code, { unitId: figure.unitId, here: part, whole: sum });
    }
    for (const figure of countsOf(records)) {
      const sum = { numerator: figure.numerator, denominator: null };
      const part = whole.has(figure.unitId) ? sum : shareOf(figure, records, heirs);
      add(parts, figure.code, { unitId: figure.unitId, here: part, whole: sum });
    }
    const names = await this.organization.unitRefs(idsOf(then), period.endsOn);
    const named = (communes: readonly FormerCommune[]) => communes.flatMap(({ id }) => names.get(id) ?? []);
    const missing = then.filter(({ reportId, ended }) => reportId === null && !ended);
    return {
      unit,
      month,
      figures: await this.figures(parts, names, period.endsOn),
      parts: [
        ...named(sent.filter(({ id }) => whole.has(id))).map((one) => ({ unit: one, from: 'report' as const })),
        ...named(divided).map((one) => ({ unit: one, from: 'share' as const })),
        ...named(cut).map((one) => ({ unit: one, from: 'records' as const })),
      ],
      missing: named(missing),
    };
  }

  private async figures(parts: Parts, names: ReadonlyMap<string, UnitRef>, at: string): Promise<View['figures']> {
    const indicators = await this.organization.indicators(null, at);
    return [...indicators.values()].flatMap(({ dimensions: _, ...indicator }) => {
      const found = parts.get(indicator.code);
      if (!found) return [];
      const known = found.flatMap(({ here }) => here ?? []);
      const undivided = found.flatMap(({ here, unitId, whole }) => {
        const unit = here ? undefined : names.get(unitId);
        return unit ? [{ unit, pair: whole }] : [];
      });
      const isKnown = known.length === found.length;
      return [{ indicator, pair: isKnown ? sumPairs(known) : absent, known: isKnown, undivided }];
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

/** The part of a divided unit's figure in the unit. */
function shareOf(figure: Whole, shares: readonly LineShare[], here: ReadonlySet<string>): Pair | null {
  if (figure.numerator === null) return absent;
  const byHeir = divideFigure(figure, shares);
  if (!byHeir) return null;
  const none = { numerator: 0, denominator: figure.denominator === null ? null : 0 };
  return sumPairs([none, ...[...byHeir].flatMap(([heirId, part]) => (here.has(heirId) ? [part] : []))]);
}

/** What lines of communes make up, by commune and indicator. */
function countsOf(lines: readonly LineShare[]): Whole[] {
  const found = new Map<string, Whole>();
  for (const { unitId, code, value } of lines) {
    const sum = found.get(`${unitId} ${code}`)?.numerator ?? 0;
    found.set(`${unitId} ${code}`, { unitId, code, isTyped: false, numerator: sum + value, denominator: null });
  }
  return [...found.values()];
}

function add(parts: Parts, code: string, part: Part): void {
  parts.set(code, [...(parts.get(code) ?? []), part]);
}

const idsOf = (communes: readonly FormerCommune[]): string[] => communes.map(({ id }) => id);
const reportsOf = (communes: readonly FormerCommune[]): string[] => communes.flatMap(({ reportId }) => reportId ?? []);
