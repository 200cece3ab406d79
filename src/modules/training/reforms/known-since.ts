import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TeamKnownSince } from '#modules/membership';
import { type Sql, sql } from '#platform/database';

const firstSession = (teamId: string): Sql => sql`
  select (min(s.starts_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as on
    from session_teams t join training_sessions s on s.id = t.session_id and s.state in ('published', 'done')
   where t.team_id = ${teamId}`;

/** A team that was taught stood on that day. */
@Injectable()
export class KnownSince implements OnModuleInit {
  constructor(private readonly deeds: TeamKnownSince) {}

  onModuleInit(): void {
    this.deeds.lookBy(firstSession);
  }
}
