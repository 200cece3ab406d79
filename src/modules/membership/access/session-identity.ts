import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts/enums';
import { type Actor, IdentityPort } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { roleOrder } from '../people/people.queries.ts';

interface Row {
  session_id: string;
  person_id: string;
  full_name: string;
  language: 'vi' | 'en';
  posts: { id: string; role: Role; unitId: string; teamId: string | null }[];
}

/** A session's use is noted, and its end moved, at most this often. */
const NOTED_EVERY_MS = 60_000;

/** Who stands behind a session, with the posts of today: one statement. */
@Injectable()
export class SessionIdentity extends IdentityPort {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async resolve(tokenHash: Buffer): Promise<Actor | undefined> {
    const now = this.clock.now();
    const row = await this.database.one<Row>(
      `with alive as (
         select s.id, s.person_id, s.last_seen_at from sessions s where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2),
       noted as (
         update sessions s set last_seen_at = $2, expires_at = coalesce($2::timestamptz + make_interval(secs => s.slides_seconds), s.expires_at)
           from alive where s.id = alive.id and alive.last_seen_at < $3)
       select alive.id as session_id, p.id as person_id, p.full_name, p.language,
              coalesce((select json_agg(json_build_object('id', pp.post_id, 'role', pp.role, 'unitId', pp.unit_id, 'teamId', pp.team_id) order by ${roleOrder}, pp.post_id)
                          from person_places pp where pp.person_id = p.id and pp.validity @> $4::date and pp.role <> 'supporter'), '[]') as posts
         from alive join people p on p.id = alive.person_id and p.anonymised_at is null`,
      [tokenHash, now, new Date(now.getTime() - NOTED_EVERY_MS), this.clock.today()],
    );
    return (
      row && {
        personId: row.person_id,
        fullName: row.full_name,
        language: row.language,
        sessionId: row.session_id,
        posts: row.posts,
      }
    );
  }
}
