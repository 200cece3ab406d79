import { Injectable, type OnModuleInit } from '@nestjs/common';
import { membershipSql } from '#modules/membership';
import { type ReformDay, ReformParts, type Settled } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, type Sql, sql, type Tx } from '#platform/database';

/** Sessions to come keep their place, time and seats when their commune ends: they are its heir's. */
@Injectable()
export class SessionsOfReform implements OnModuleInit {
  constructor(
    private readonly parts: ReformParts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      step: 'training',
      numbers: {
        sessions: ({ endingIds }) => sql`select s.id, s.title as label, s.commune_id as unit_id from training_sessions s
          where s.commune_id = any(${endingIds}::uuid[]) and ${this.coming()}`,
      },
      settle: (tx, day, units) => this.settle(tx, day, units),
    });
  }

  private coming(): Sql {
    return sql`s.ends_at > ${this.clock.now()}::timestamptz and s.state in ('proposed', 'changes_asked', 'published')`;
  }

  /** Of a divided commune, the heir's from which most of the teams come that have seats. */
  private async settle(tx: Tx, _day: ReformDay, units: readonly Settled[]): Promise<void> {
    for (const { id, ended, mainHeirId } of units)
      if (ended && mainHeirId)
        await execute(
          tx,
          sql`update training_sessions s set commune_id = coalesce((
              select c.ancestor_id from session_teams k join ${membershipSql.teams} t on t.id = k.team_id
                join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune' and c.ancestor_id <> ${id}
               where k.session_id = s.id group by c.ancestor_id order by count(*) desc, c.ancestor_id limit 1), ${mainHeirId})
            where s.commune_id = ${id} and ${this.coming()}`,
        );
  }
}
