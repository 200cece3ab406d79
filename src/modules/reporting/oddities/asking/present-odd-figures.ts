import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { grouped } from '#contracts/grouped';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import type { PersonRef } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { ReportPeople } from '../../reports/report/report-people.ts';
import type { OddFigureRow } from './odd-figure.queries.ts';

export type Shown = RouteAnswer<typeof routes.askOddFigure>;

/** Rows as the contract wants them, with what the reader may do about each. */
@Injectable()
export class PresentOddFigures {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly people: ReportPeople,
    private readonly access: ReportAccess,
  ) {}

  async one(actor: Actor, row: OddFigureRow): Promise<Shown> {
    const [shown] = await this.all(actor, [row]);
    return shown as Shown;
  }

  /** By the names and indicators of the last day of their month. */
  async all(actor: Actor, rows: readonly OddFigureRow[]): Promise<Shown[]> {
    const [first] = rows;
    if (!first) return [];
    const [units, indicators, person, may] = await Promise.all([
      this.units(rows),
      this.organization.indicators(null, first.endsOn),
      this.people.people(rows.flatMap(({ askedBy, answeredBy, dismissedBy }) => [askedBy, answeredBy, dismissedBy])),
      this.rights(actor, rows),
    ]);
    return rows.flatMap((row) => {
      const [unit, indicator] = [units.get(row.unitId), indicators.get(row.code)];
      if (!unit || !indicator) return [];
      const { dimensions: _, ...words } = indicator;
      return [{ ...shownOf(row, person), unit, indicator: words, may: may(row) }];
    });
  }

  private async units(rows: readonly OddFigureRow[]): Promise<Map<string, UnitRef>> {
    const byDay = grouped(rows, ({ endsOn }) => endsOn);
    const maps = await Promise.all(
      [...byDay].map(([day, of]) => this.organization.unitRefs([...new Set(of.map(({ unitId }) => unitId))], day)),
    );
    return new Map(maps.flatMap((map) => [...map]));
  }

  /** Who decides goes by the receiver, who answers by the commune: each place is asked about once, and only where it matters. */
  private async rights(actor: Actor, rows: readonly OddFigureRow[]) {
    const open = rows.filter(({ closedAt, state }) => closedAt === null && state !== 'dismissed');
    const asked = rows.filter(({ state }) => state === 'asked');
    const [decide, write] = await Promise.all([
      placesOf(
        open,
        ({ receiverId }) => receiverId,
        (row) => this.access.may(actor, 'report.decide', row),
      ),
      placesOf(
        asked,
        ({ unitId }) => unitId,
        (row) => this.access.may(actor, 'report.write', row),
      ),
    ]);
    return (row: OddFigureRow) => ({
      decide: open.includes(row) && decide.has(row.receiverId),
      answer: asked.includes(row) && write.has(row.unitId),
    });
  }
}

/** Places of rows for which it holds. */
async function placesOf<P>(
  rows: readonly OddFigureRow[],
  placeOf: (row: OddFigureRow) => P,
  holds: (row: OddFigureRow) => Promise<boolean>,
): Promise<ReadonlySet<P>> {
  const places = [...grouped(rows, placeOf)];
  const held = await Promise.all(places.map(([, [first]]) => first !== undefined && holds(first)));
  return new Set(places.flatMap(([place], at) => (held[at] ? [place] : [])));
}

function shownOf(row: OddFigureRow, person: (id: string) => PersonRef): Omit<Shown, 'unit' | 'indicator' | 'may'> {
  const { id, month, reportId, version, value, state, reasons, usualLow, usualHigh, difference, share, total } = row;
  const said = (by: string | null, at: Date | null) =>
    by !== null && at !== null ? { by: person(by), at: at.toISOString() } : null;
  const [asked, answered, dismissed] = [
    said(row.askedBy, row.askedAt),
    said(row.answeredBy, row.answeredAt),
    said(row.dismissedBy, row.dismissedAt),
  ];
  return {
    id,
    month,
    reportId,
    version,
    value,
    state,
    reasons: reasons.map(({ check, reason, params }) => ({ check, reason, params: { ...params } })),
    usual: usualLow !== null && usualHigh !== null ? { low: usualLow, high: usualHigh } : null,
    effect: difference !== null && share !== null ? { difference, share, total } : null,
    asked: asked && { ...asked, question: row.question ?? '' },
    answered: answered && { ...answered, answer: row.answer ?? '' },
    dismissed: dismissed && { ...dismissed, reason: row.dismissReason ?? '' },
  };
}
