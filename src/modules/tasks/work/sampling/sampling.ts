import { Injectable } from '@nestjs/common';
import { nearestRule } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { type Drawable, type LookReason, lookReason, type RuleToday } from './draw.ts';

interface Results {
  taskIds: readonly string[];
  entryIds: readonly string[];
}

/** Which results may be confirmed unseen today. */
@Injectable()
export class Sampling {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of the unit itself, else of the nearest unit above that has one; never looser than any above. */
  ruleOf(unitId: string): Promise<RuleToday | undefined> {
    const today = sql`${this.clock.today()}::date`;
    return this.database.one<RuleToday>(
      sql`select r.id, least(r.below, up.below) as below, least(r.one_in, up.one_in) as "oneIn", r.seed
        from ${nearestRule(sql`sampling_rules`, sql`${unitId}::uuid`, today)} r
       cross join (select min(s.below) as below, min(s.one_in) as one_in from unit_closure_at(${today}) c
          cross join lateral (select * from sampling_rules where unit_id = c.ancestor_id offset 0) s
         where c.descendant_id = ${unitId} and s.validity @> ${today}) up`,
    );
  }

  /** Why each of these has to be looked at; the others may be confirmed unseen. Their numbers stay until `tx` has ended. */
  async toLook(tx: Tx, rule: RuleToday, { taskIds, entryIds }: Results): Promise<Map<string, LookReason>> {
    await execute(tx, sql`select 1 from tasks where id = any(${taskIds}::uuid[]) order by id for update`);
    await execute(tx, sql`select 1 from progress_entries where id = any(${entryIds}::uuid[]) order by id for update`);
    const found = await rowsOf<Drawable>(
      tx,
      sql`select t.id, l.value from unnest(${taskIds}::uuid[]) as n(id)
         cross join lateral (select id, assignment_id from tasks where id = n.id offset 0) t
         cross join lateral (select indicator_code as code from assignments where id = t.assignment_id offset 0) a
         cross join lateral (
               select coalesce(sum(value), 0)::int as value from counted_lines
                where task_id = t.id and indicator_code = a.code and confirmed_value is null) l
       union all
       select e.id, l.value from unnest(${entryIds}::uuid[]) as e(id)
         cross join lateral (select value from progress_lines where entry_id = e.id and position = 0 offset 0) l`,
    );
    return new Map(
      found.flatMap((result) => {
        const reason = lookReason(rule, result);
        return reason ? [[result.id, reason]] : [];
      }),
    );
  }
}
