import { Injectable } from '@nestjs/common';
import { PROOF_MS } from '#contracts/access/proofs';
import { officerRoles, type Role } from '#contracts/enums';
import { type Actor, IdentityPort, type SessionOver } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared, type Sql, sql } from '#platform/database';
import { actorColumns, type PersonRow, toActor } from '../../people/people/actors.ts';
import { roleOrder } from '../../people/people/people.queries.ts';
import type { Session } from './session.entity.ts';
import { MEMBER_SECONDS, OFFICER_SECONDS } from './sessions.ts';

interface Row extends PersonRow {
  sessionId: string;
  awaitsCode: boolean;
  /** By a platform's account: on a phone, from inside a messenger. */
  byAccount: boolean;
  hasFactor: boolean;
  /** By a rule of today. */
  isRequired: boolean;
  asksAgain: boolean;
  provenAt: Date | null;
}

interface OverRow {
  at: Date;
  because: Session['endedBecause'];
  ended: boolean;
  by: string | null;
  role: Role | null;
  until: string | null;
  stands: boolean;
}

/** An office binds as one also while its holder only reads the past of the unit. */
const isOfficer = (today: string): Sql => sql`(o.validity @> ${today}::date or o.past_until > ${today}::date)`;

/** A session's use is noted, and its end moved, at most this often. */
const NOTED_EVERY_MS = 60_000;

const resolved = (tokenHash: Buffer, now: Date, today: string) =>
  prepared(
    'session.resolve',
    sql`with known as (
     select s.id, s.person_id, s.last_seen_at, s.awaits_code, s.proven_at,
            s.account_id is not null and s.opened_by is null as by_account, make_interval(secs => coalesce(s.slides_seconds,
              case when exists (select 1 from posts o where o.person_id = s.person_id and ${isOfficer(today)})
                then ${OFFICER_SECONDS}::int else ${MEMBER_SECONDS}::int end)) as term
       from sessions s where s.token_hash = ${tokenHash} and s.ended_at is null and s.expires_at > ${now}),
   alive as (select * from known where last_seen_at + term > ${now}::timestamptz),
   noted as (
     update sessions s set last_seen_at = ${now}, expires_at = ${now}::timestamptz + alive.term
       from alive where s.id = alive.id and not alive.awaits_code and alive.last_seen_at < ${new Date(now.getTime() - NOTED_EVERY_MS)})
   select alive.id as "sessionId", alive.awaits_code as "awaitsCode", alive.by_account as "byAccount", alive.proven_at as "provenAt",
          exists (select 1 from second_factors f where f.person_id = p.id and f.confirmed_at is not null) as "hasFactor",
          asked.required as "isRequired", asked.again as "asksAgain", ${actorColumns(today)}
     from alive join people p on p.id = alive.person_id and p.anonymised_at is null
    cross join lateral (
     select coalesce(bool_or(o.role = any(r.roles)), false) as required, coalesce(bool_or(r.ask_again), false) as again
       from second_factor_rules r join posts o on o.person_id = p.id and ${isOfficer(today)}
      where r.validity @> ${today}::date) asked`,
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
    return row && protectedBy(row, toActor(row, row.sessionId), this.clock.now());
  }

  async whyOver(tokenHash: Buffer): Promise<SessionOver | undefined> {
    const row = await this.database.one<OverRow>(
      sql`select coalesce(s.ended_at, s.expires_at) as at, s.ended_because as because, s.ended_at is not null as ended,
              b.full_name as by, (select pp.role from person_places pp where pp.person_id = s.ended_by
                and pp.validity @> ${this.clock.today()}::date order by ${roleOrder} limit 1) as role,
              (select max(upper(pp.validity))::text from person_places pp where pp.person_id = s.person_id) as until,
              exists (select 1 from person_places pp where pp.person_id = s.person_id
                and (upper_inf(pp.validity) or upper(pp.validity) > ${this.clock.today()}::date)) as stands
         from sessions s left join people b on b.id = s.ended_by and b.id <> s.person_id and b.anonymised_at is null
        where s.token_hash = ${tokenHash}`,
    );
    if (!row) return undefined;
    const { by, role } = row;
    if (row.because !== 'lost' && !row.stands && row.until) return { why: 'left', at: row.until };
    const why = row.because ?? (row.ended ? 'changed' : 'expired');
    return { why, at: row.at.toISOString(), ...(by && { by, ...(role && { role }) }) };
  }
}

/**
 * Where a second factor stands, or has to, an officer's rights are for whoever shows it. The phone shows none: a session from
 * inside a messenger has the rights in teams and companies, no more.
 */
function protectedBy(row: Row, actor: Actor, now: Date): Actor {
  const { awaitsCode, byAccount, hasFactor, isRequired } = row;
  if (awaitsCode) return { ...actor, awaits: 'code' };
  if (byAccount && (hasFactor || isRequired)) {
    const { past: _, ...present } = actor;
    return { ...present, posts: actor.posts.filter(({ role }) => !isOffice(role)) };
  }
  if (isRequired && !hasFactor) return { ...actor, awaits: 'enrolment' };
  return { ...actor, ...owedBy(row, now) };
}

/**
 * Whoever has neither a second factor nor a password owes a password all the same: it is set first, and shown then. From inside
 * a messenger nothing can be shown, and only what is asked of everybody is owed there.
 */
function owedBy({ byAccount, hasFactor, asksAgain, provenAt }: Row, now: Date): Pick<Actor, 'unproven' | 'owes'> {
  if (provenAt && now.getTime() - provenAt.getTime() < PROOF_MS) return {};
  const unproven = hasFactor ? 'code' : 'password';
  return { unproven, ...(!byAccount && (hasFactor || asksAgain) && { owes: unproven }) };
}

const isOffice = (role: Role): boolean => (officerRoles as readonly Role[]).includes(role);
