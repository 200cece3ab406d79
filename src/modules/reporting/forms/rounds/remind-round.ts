import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { SendContent } from '#contracts/membership/send-requests';
import { roundState } from '#contracts/reporting/form-states';
import { type Reach, SecondApproval } from '#modules/membership';
import { type Held, HeldActs, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { sheetChased } from '../../reporting.events.ts';
import { FormAccess } from '../form/form-access.ts';
import type { FormRound } from '../form/form-round.entity.ts';
import type { FormSheet } from '../form/form-sheet.entity.ts';
import { reachOf } from './plan-round.ts';

/** Persisted. */
const KIND = 'forms.chase';
type Chased = Pick<FormSheet, 'id' | 'unitId'> & { before: string | null };
interface Before {
  on: string;
  sheets: { id: string; before: string | null }[];
}

export type AskedReminder = Extract<SendContent, { kind: 'formReminder' }>;

/** Not answered, and not reminded of today. */
const dueOf = (roundId: string, unitIds: readonly string[], today: string): Sql => sql`round_id = ${roundId}
  and unit_id = any(${unitIds}::uuid[]) and state in ('open', 'returned') and chased_on is distinct from ${today}::date`;

/** Units that have not answered are reminded by hand; whoever was reminded today already is left alone. */
@Injectable()
export class RemindRound implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly approval: SecondApproval,
    private readonly outbox: Outbox,
    private readonly acts: HeldActs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, (tx, before) => this.putBack(tx, before));
  }

  /** @throws form.notFound, form.recalled, form.closed, sendRequest.needed */
  async execute(
    actor: Actor,
    roundId: string,
    { unitIds }: RouteBody<typeof routes.remindRound>,
  ): Promise<RouteAnswer<typeof routes.remindRound>> {
    const { unitId } = await this.running(actor, roundId);
    return this.database.tx(async (tx) => {
      const rows = await this.mark(tx, roundId, unitIds);
      await this.approval.refuseUnapproved(unitId, reachOf(rows.map((row) => row.unitId)));
      const act = rows.length > 0 ? this.acts.begin() : null;
      await this.tell(tx, actor, rows, act);
      return { reminded: rows.length, skipped: new Set(unitIds).size - rows.length, act };
    });
  }

  /** What a second officer has approved stands at once. Gives the units. @throws form.notFound, form.recalled, form.closed */
  async approved(actor: Actor, { roundId, unitIds }: AskedReminder): Promise<string[]> {
    await this.running(actor, roundId);
    return this.database.tx(async (tx) => {
      const rows = await this.mark(tx, roundId, unitIds);
      await this.tell(tx, actor, rows, null);
      return rows.map(({ unitId }) => unitId);
    });
  }

  /** Whom it would reach now, from which office, and of what. @throws form.notFound, form.recalled, form.closed */
  async weigh(actor: Actor, reminder: AskedReminder): Promise<{ unitId: string; title: string; reach: Reach }> {
    const { unitId, formId, version } = await this.running(actor, reminder.roundId);
    return { unitId, title: await this.access.title(formId, version), reach: reachOf(await this.due(reminder)) };
  }

  /** Units that it would remind now. */
  async due({ roundId, unitIds }: Pick<AskedReminder, 'roundId' | 'unitIds'>): Promise<string[]> {
    const rows = await this.database.rows<{ unitId: string }>(
      sql`select unit_id as "unitId" from form_sheets where ${dueOf(roundId, unitIds, this.clock.today())}`,
    );
    return rows.map(({ unitId }) => unitId);
  }

  private async running(actor: Actor, roundId: string): Promise<FormRound> {
    const round = await this.access.round(actor, roundId);
    const state = roundState(round, this.clock.today());
    if (state !== 'running') throw formErrors[state]();
    return round;
  }

  private mark(tx: Tx, roundId: string, unitIds: readonly string[]): Promise<Chased[]> {
    const today = this.clock.today();
    return rowsOf<Chased>(
      tx,
      sql`with was as (
          select id, chased_on from form_sheets where ${dueOf(roundId, unitIds, today)} for update)
        update form_sheets s set chased_on = ${today}::date from was where s.id = was.id
        returning s.id, s.unit_id as "unitId", was.chased_on::text as before`,
    );
  }

  private async tell(tx: Tx, actor: Actor, rows: readonly Chased[], act: Held | null): Promise<void> {
    await this.outbox.appendMany(
      tx,
      rows.map(({ id, unitId }) => sheetChased({ sheetId: id, ...(act && { act }) }, { unitId })),
      actor,
    );
    const sheets = rows.map(({ id, before }) => ({ id, before }));
    await this.acts.keep(tx, act, actor, KIND, { on: this.clock.today(), sheets } satisfies Before);
  }

  private async putBack(tx: Tx, { on, sheets }: Before): Promise<TakenBack> {
    const rows = await rowsOf(
      tx,
      sql`update form_sheets s set chased_on = b.before from unnest(${sheets.map(({ id }) => id)}::uuid[],
            ${sheets.map(({ before }) => before)}::date[]) as b(id, before)
        where s.id = b.id and s.chased_on = ${on}::date returning s.id`,
    );
    return { restored: rows.length, kept: [] };
  }
}
