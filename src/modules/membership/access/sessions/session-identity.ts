import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts/enums';
import { type Actor, IdentityPort } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared } from '#platform/database';
import { roleOrder } from '../../people/people.queries.ts';
import { MEMBER_SECONDS, OFFICER_SECONDS } from './sessions.ts';

interface PersonRow {
  person_id: string;
  full_name: string;
  language: 'vi' | 'en';
  posts: { id: string; role: Role; unitId: string; teamId: string | null }[];
}

interface Row extends PersonRow {
  session_id: string;
}

/** $at: the day. */
const actorColumns = (at: string) => `p.id as person_id, p.full_name, p.language,
  coalesce((select json_agg(json_build_object('id', pp.post_id, 'role', pp.role, 'unitId', pp.unit_id, 'teamId', pp.team_id) order by ${roleOrder.text}, pp.post_id)
              from person_places pp where pp.person_id = p.id and pp.validity @> ${at}::date and pp.role <> 'supporter'), '[]') as posts`;

/** A session's use is noted, and its end moved, at most this often. */
const NOTED_EVERY_MS = 60_000;

const resolveSql = prepared(
  'session.resolve',
  `with known as (
     select s.id, s.person_id, s.last_seen_at, make_interval(secs => coalesce(s.slides_seconds,
              case when exists (select 1 from posts o where o.person_id = s.person_id and o.validity @> $4::date) then ${OFFICER_SECONDS} else ${MEMBER_SECONDS} end)) as term
       from sessions s where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2),
   alive as (select * from known where last_seen_at + term > $2::timestamptz),
   noted as (
     update sessions s set last_seen_at = $2, expires_at = $2::timestamptz + alive.term
       from alive where s.id = alive.id and alive.last_seen_at < $3)
   select alive.id as session_id, ${actorColumns('$4')}
     from alive join people p on p.id = alive.person_id and p.anonymised_at is null`,
);

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
    const row = await this.database.one<Row>(resolveSql, [
      tokenHash,
      now,
      new Date(now.getTime() - NOTED_EVERY_MS),
      this.clock.today(),
    ]);
    return row && toActor(row, row.session_id);
  }

  /** Who acts without a session, from a chat whose account is proven; with all posts of today. */
  async actorOf(personId: string): Promise<Actor | undefined> {
    const row = await this.database.one<PersonRow>(
      `select ${actorColumns('$2')} from people p where p.id = $1 and p.anonymised_at is null`,
      [personId, this.clock.today()],
    );
    return row && toActor(row, '');
  }
}

function toActor(row: PersonRow, sessionId: string): Actor {
  return {
    personId: row.person_id,
    fullName: row.full_name,
    language: row.language,
    sessionId,
    posts: row.posts,
  };
}
