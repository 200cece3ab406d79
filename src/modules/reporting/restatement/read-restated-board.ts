import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { boardCodes } from '#contracts/reporting/report-standing';
import { sumPairs } from '#contracts/reporting/figures';
import { type Period, periodOfMonth } from '#contracts/reporting/periods';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { ReportPeople } from '../reports/report/report-people.ts';
import { addUp, type Part, type Row, type Sums } from './restated-board.ts';
import { type CommuneOfThen, RestatedBoardQueries } from './restated-board.queries.ts';
import { RestatementQueries } from './restatement.queries.ts';

type View = RouteAnswer<typeof routes.restatedBoard>;
type Names = ReadonlyMap<string, UnitRef>;
/** Names of units as they were in the month, and as they are today. */
interface Both {
  was: Names;
  now: Names;
}

/** A month as it was sent, by the communes of today: any number of them in the same few statements. */
@Injectable()
export class ReadRestatedBoard {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly board: RestatedBoardQueries,
    private readonly queries: RestatementQueries,
    private readonly people: ReportPeople,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.restatedBoard>): Promise<View> {
    await this.scope.require(actor, 'report.read', { unitId });
    const unit = await this.organization.unitRef(unitId, this.clock.today());
    if (!unit) throw platformErrors.notFound();
    const period = periodOfMonth(query.month, await this.organization.periodRule(unitId));
    const communes = await this.board.communes(unitId, period);
    const rowOf = await this.board.rows(unit);
    const codes = query.codes ?? boardCodes;
    const sums = addUp({ codes, communes, rowOf, ...(await this.figures(communes, period)) });
    const indicators = await this.organization.indicators(codes, period.endsOn);
    const heirs = communes.flatMap((commune) => commune.heirs);
    const [was, now] = await Promise.all([
      this.organization.unitRefs(
        communes.map(({ id }) => id),
        period.endsOn,
      ),
      this.organization.unitRefs([...rowOf.values(), ...heirs], this.clock.today()),
    ]);
    return {
      unit,
      month: query.month,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      since: (await this.queries.reformDays(unitId))[0] ?? null,
      indicators: codes.flatMap((code) => {
        const { dimensions: _, ...indicator } = indicators.get(code) ?? { code: '', dimensions: [] };
        return 'name' in indicator ? [indicator] : [];
      }),
      rows: sums.rows
        .flatMap((row) => toRow(row, { was, now }, unit.kind === 'country'))
        .toSorted((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName)),
      undivided: { units: undividedOf(sums, communes, { was, now }), figures: sums.undividedSums },
      entered: await this.entered(communes, { was, now }),
      sent: { units: communes.filter(({ stood, reportId }) => stood && reportId !== null).length, figures: sums.sent },
      totals: sums.totals,
      differences: sums.differences,
    };
  }

  private async entered(communes: readonly CommuneOfThen[], { was, now }: Both): Promise<View['entered']> {
    const divided = communes.filter(({ heirs, reportId }) => heirs.length > 1 && reportId !== null);
    const parts = await this.board.enteredParts(divided.flatMap(({ reportId }) => reportId ?? []));
    const person = await this.people.people(parts.map(({ byId }) => byId));
    return divided.flatMap(({ id, reportId, heirs }) => {
      const own = parts.filter((part) => part.reportId === reportId);
      const [unit, last] = [was.get(id), own.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)];
      if (!unit || !last || !reportId) return [];
      const figures = [...new Set(own.map(({ code }) => code))].map((code) => {
        const of = own.filter((part) => part.code === code);
        const pairs = of.map(({ unitId, numerator, denominator }) => ({ unitId, pair: { numerator, denominator } }));
        return { code, pair: sumPairs(pairs.map(({ pair }) => pair)), parts: pairs };
      });
      const { source, byId, on } = last;
      return [{ unit, reportId, heirs: namesOf(heirs, now), source, by: person(byId), on, figures }];
    });
  }

  private async figures(communes: readonly CommuneOfThen[], period: Period) {
    const divided = communes.filter(({ heirs }) => heirs.length > 1);
    const reports = (of: readonly CommuneOfThen[]) => of.flatMap(({ reportId }) => reportId ?? []);
    const cut = communes.filter(({ reportId, ended }) => reportId === null && ended);
    const [sent, shares, entered, records] = await Promise.all([
      this.queries.sent(reports(communes)),
      this.board.divided(
        reports(divided),
        divided.map(({ id }) => id),
        period.endsOn,
      ),
      this.board.entered(reports(divided)),
      this.board.uncounted(
        cut.map(({ id }) => id),
        period,
      ),
    ]);
    return { sent, shares, entered, records };
  }
}

function toRow(row: Row, { was, now }: Both, withoutParts: boolean): View['rows'] {
  const unit = now.get(row.unitId);
  if (!unit) return [];
  const is = (share: boolean) => row.parts.filter(({ from }) => (from === 'share') === share).length;
  const parts = withoutParts ? [] : row.parts.flatMap((part) => toPart(part, was));
  const missing = row.missing.flatMap((id) => was.get(id) ?? []);
  return [{ unit, figures: row.figures, whole: is(false), shares: is(true), parts, missing }];
}

function toPart({ unitId, ...part }: Part, was: Names): View['rows'][number]['parts'] {
  const unit = was.get(unitId);
  return unit ? [{ unit, ...part }] : [];
}

function undividedOf(
  { undivided }: Sums,
  communes: readonly CommuneOfThen[],
  { was, now }: Both,
): View['undivided']['units'] {
  const heirs = new Map(communes.map((commune) => [commune.id, commune.heirs]));
  return undivided.flatMap(({ unitId, ...one }) => {
    const unit = was.get(unitId);
    return unit ? [{ unit, ...one, heirs: namesOf(heirs.get(unitId) ?? [], now) }] : [];
  });
}

const namesOf = (ids: readonly string[], names: Names): UnitRef[] => ids.flatMap((id) => names.get(id) ?? []);
