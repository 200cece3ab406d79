import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { owedState, roundState, type SheetState } from '#contracts/reporting/form-states';
import { countStandings, type Owed, standingOf } from '#contracts/reporting/report-standing';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { FormRound } from './form-round.entity.ts';

export type RoundHead = RouteAnswer<typeof routes.readForm>['rounds'][number];
export type RoundRow = FormRound & { title: string };

/** How a unit stands with what it is asked: the one definition, that of reports. */
export const owedOf = (sheet: { state: SheetState; firstSentOn: string | null }, dueOn: string): Owed => ({
  dueOn,
  firstSentOn: sheet.firstSentOn,
  state: owedState[sheet.state],
});

export const roundColumns = sql`k.id, k.form_id as "formId", k.version, k.unit_id as "unitId", k.directive_id as "directiveId",
  k.note, k.fixed_due_on::text as "fixedDueOn", k.due_on::text as "dueOn", k.shift, k.closes_on::text as "closesOn",
  k.made_by as "madeBy", k.made_at as "madeAt", k.recall_until as "recallUntil", k.recalled_at as "recalledAt",
  k.recalled_by as "recalledBy", k.recall_reason as "recallReason", v.title`;
export const roundTables = sql`form_rounds k join form_versions v on v.form_id = k.form_id and v.version = k.version`;

/** Times that a form is asked, with how those stand that owe an answer. */
@Injectable()
export class PresentRounds {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** @param where over `k`, the rounds, and `v`, the version that each asks */
  rows(where: Sql): Promise<RoundRow[]> {
    return this.database.rows<RoundRow>(
      sql`select ${roundColumns} from ${roundTables} where ${where} order by k.made_at desc`,
    );
  }

  /** Each with its counts, in the order given. */
  async heads(rounds: readonly RoundRow[]): Promise<RoundHead[]> {
    const ids = rounds.map(({ id }) => id);
    const [units, standing] = await Promise.all([
      this.organization.unitRefs(rounds.map(({ unitId }) => unitId)),
      this.database.rows<{ roundId: string; state: SheetState; firstSentOn: string | null; n: number }>(
        sql`select round_id as "roundId", state, first_sent_on::text as "firstSentOn", count(*)::int as n
          from form_sheets where round_id = any(${ids}::uuid[]) group by 1, 2, 3`,
      ),
    ]);
    const today = this.clock.today();
    return rounds.flatMap((round) => {
      const unit = units.get(round.unitId);
      const own = standing.filter(({ roundId }) => roundId === round.id);
      const counts = countStandings(
        own.map((one) => ({ status: standingOf(owedOf(one, round.dueOn), today).status, n: one.n })),
      );
      return unit ? [{ ...headOf(round, unit, today), counts }] : [];
    });
  }
}

export function headOf(round: RoundRow, unit: RoundHead['unit'], today: string): Omit<RoundHead, 'counts'> {
  const { id, formId, title, version, dueOn, closesOn, madeAt, recallUntil } = round;
  return {
    id,
    formId,
    title,
    unit,
    state: roundState(round, today),
    version,
    dueOn,
    closesOn,
    askedAt: madeAt.toISOString(),
    recallUntil: recallUntil.toISOString(),
  };
}
