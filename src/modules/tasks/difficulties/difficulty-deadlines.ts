import { Injectable } from '@nestjs/common';
import { workingDayFrom } from '#contracts/reporting/due-days';
import { addDays } from '#contracts/reporting/periods';
import { Holidays, nearestRule } from '#modules/organization';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { difficultyEscalated, difficultyPromiseOver } from '../tasks.events.ts';
import type { Difficulty } from './difficulty.entity.ts';
import { writeStep } from './difficulty-steps.ts';

/** Working days where nobody has set a rule. */
const DEFAULT_DAYS = 5;
const EVERY_MS = 3_600_000;

/** The nearest office above the commune of `difficulties d` on a day. */
export const officeAbove = (day: string): Sql =>
  sql`(select c.ancestor_id from unit_closure c join units_at(${day}::date) u on u.id = c.ancestor_id
     where c.descendant_id = d.commune_id and c.ancestor_kind in ('district', 'province') order by c.depth limit 1)`;

/** By when a difficulty is answered, and what happens when it is not. */
@Injectable()
export class DifficultyDeadlines {
  constructor(
    private readonly database: Database,
    private readonly holidays: Holidays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The last day in time: working days after today by the rule of the date, the nearest unit's first. */
  async dueOn(tx: Tx, unitId: string): Promise<string> {
    const today = this.clock.today();
    const [rule] = await rowsOf<{ days: number }>(
      tx,
      sql`select r.days from ${nearestRule(sql`difficulty_rules`, sql`${unitId}::uuid`, sql`${today}::date`)} r`,
    );
    const days = rule?.days ?? DEFAULT_DAYS;
    const calendar = await this.holidays.calendar(today, addDays(today, days * 2 + 40));
    let day = today;
    for (let i = 0; i < days; i++) day = workingDayFrom(addDays(day, 1), 1, calendar);
    return day;
  }

  /** Gives how many went to the office above the commune. */
  @Tick('tasks.escalate-difficulties', EVERY_MS)
  run(): Promise<number> {
    const today = this.clock.today();
    return this.database.tx(async (tx) => {
      const rows = await rowsOf<Pick<Difficulty, 'id' | 'unitId'>>(
        tx,
        sql`update difficulties d set escalated_at = ${this.clock.now()}, escalated_to = ${officeAbove(today)}
          where d.id in (select id from difficulties where answered_at is null and escalated_at is null
            and due_on < ${today}::date order by due_on limit 500 for update skip locked)
          returning d.id, d.unit_id as "unitId"`,
      );
      for (const { id, unitId } of rows) {
        await writeStep(tx, { difficultyId: id, kind: 'above', byId: null, at: this.clock.now() });
        await this.outbox.append(tx, difficultyEscalated({ difficultyId: id }, { unitId }));
      }
      return rows.length;
    });
  }

  /** The day is over by which it was to be settled: the team is asked whether it is. Gives how many are asked. */
  @Tick('tasks.ask-whether-settled', EVERY_MS)
  askBack(): Promise<number> {
    return this.database.tx(async (tx) => {
      const rows = await rowsOf<Pick<Difficulty, 'id' | 'unitId'>>(
        tx,
        sql`update difficulties d set asked_back_at = ${this.clock.now()}
          where d.id in (select id from difficulties where promised_on < ${this.clock.today()}::date and promised_on is not null
            and asked_back_at is null and closed_at is null order by promised_on limit 500 for update skip locked)
          returning d.id, d.unit_id as "unitId"`,
      );
      for (const { id, unitId } of rows)
        await this.outbox.append(tx, difficultyPromiseOver({ difficultyId: id }, { unitId }));
      return rows.length;
    });
  }
}
