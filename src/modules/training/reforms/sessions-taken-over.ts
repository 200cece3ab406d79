import { Injectable, type OnModuleInit } from '@nestjs/common';
import { membershipSql, TakeoverParts } from '#modules/membership';
import { Clock } from '#platform/clock';
import { sql } from '#platform/database';

/** Sessions to come that a commune took over, by the teams that have seats; and those on which it has to say its word. */
@Injectable()
export class SessionsTakenOver implements OnModuleInit {
  constructor(
    private readonly parts: TakeoverParts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.take({
      waits: {
        session: ({ unitId, at }) => sql`select null::uuid as unit_id, s.proposed_at as since,
            case when s.state <> 'proposed' then s.decided_at end as done_at from training_sessions s
          where s.commune_id = ${unitId} and s.proposed_at < ${at}::timestamptz
            and (s.state = 'proposed' and s.starts_at > ${this.clock.now()}::timestamptz or s.decided_at >= ${at}::timestamptz)`,
      },
      came: {
        sessions: ({ unitId, hamletIds, at }) => sql`select s.id, s.title as label, t.unit_id from training_sessions s
          join session_teams k on k.session_id = s.id join ${membershipSql.teams} t on t.id = k.team_id
         where s.commune_id = ${unitId} and s.ends_at > ${at}::timestamptz and s.proposed_at < ${at}::timestamptz
           and s.state in ('proposed', 'changes_asked', 'published', 'done') and t.unit_id = any(${hamletIds}::uuid[])`,
      },
    });
  }
}
