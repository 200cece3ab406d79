import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts/enums';
import { type Actor, IdentityPort } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared, type Sql, sql } from '#platform/database';
import { roleOrder } from '../../people/people.queries.ts';
import type { Person } from '../../people/person.entity.ts';
import { MEMBER_SECONDS, OFFICER_SECONDS } from './sessions.ts';

interface PersonRow extends Pick<Person, 'fullName' | 'language'> {
  personId: string;
  posts: { id: string; role: Role; unitId: string; teamId: string | null }[];
}

interface Row extends PersonRow {
  sessionId: string;
}

const actorColumns = (today: string): Sql => sql`p.id as "personId", p.full_name as "fullName", p.language,
  coalesce((select json_agg(json_build_object('id', pp.post_id, 'role', pp.role, 'unitId', pp.unit_id, 'teamId', pp.team_id)
                     order by ${roleOrder}, pp.post_id)
              from person_places pp where pp.person_id = p.id and pp.validity @> ${today}::date
               and pp.role <> 'supporter'), '[]') as posts`;

/** A session's use is noted, and its end moved, at most this often. */
const NOTED_EVERY_MS = 60_000;

const resolved = (tokenHash: Buffer, now: Date, today: string) =>
  prepared(
    'session.resolve',
    sql`with known as (
     select s.id, s.person_id, s.last_seen_at, make_interval(secs => coalesce(s.slides_seconds,
              case when exists (select 1 from posts o where o.person_id = s.person_id and o.validity @> ${today}::date)
                then ${OFFICER_SECONDS}::int else ${MEMBER_SECONDS}::int end)) as term
       from sessions s where s.token_hash = ${tokenHash} and s.ended_at is null and s.expires_at > ${now}),
   alive as (select * from known where last_seen_at + term > ${now}::timestamptz),
   noted as (
     update sessions s set last_seen_at = ${now}, expires_at = ${now}::timestamptz + alive.term
       from alive where s.id = alive.id and alive.last_seen_at < ${new Date(now.getTime() - NOTED_EVERY_MS)})
   select alive.id as "sessionId", ${actorColumns(today)}
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
    const row = await this.database.one<Row>(resolved(tokenHash, this.clock.now(), this.clock.today()));
    return row && toActor(row, row.sessionId);
  }

  /** Who acts without a session, from a chat whose account is proven; with all posts of today. */
  async actorOf(personId: string): Promise<Actor | undefined> {
    const row = await this.database.one<PersonRow>(
      sql`select ${actorColumns(this.clock.today())} from people p where p.id = ${personId} and p.anonymised_at is null`,
    );
    return row && toActor(row, '');
  }
}

function toActor({ personId, fullName, language, posts }: PersonRow, sessionId: string): Actor {
  return { personId, fullName, language, sessionId, posts };
}
