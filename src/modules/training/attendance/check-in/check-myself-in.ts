import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody } from '#contracts';
import { checkSessionCode } from '#contracts/training/check-in-codes';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql } from '#platform/database';
import { type SessionData, sessionColumns } from '../../sessions/session/session.rows.ts';
import { checkInErrors, trainingErrors } from '../../training.errors.ts';
import { CheckInPeopleQueries, type CheckInPerson } from './check-in-people.queries.ts';
import { momentOf, refusalOfTime, takesUploads } from './check-in-rules.ts';
import { doubtSameNames } from './same-names.ts';

type Input = RouteBody<typeof trainingMemberRoutes.checkMyselfIn>;
type Answer = RouteAnswer<typeof trainingMemberRoutes.checkMyselfIn>;

/**
 * The check-in code, scanned by the member. Only a code that is alive by the server's clock proves the place: the moment that a
 * phone without network names could be made up around a photographed code, so such a scan is kept as doubtful, and the
 * trainer decides.
 */
@Injectable()
export class CheckMyselfIn {
  constructor(
    private readonly database: Database,
    private readonly people: CheckInPeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws training.notFound, training.notInvited, training.wrongState and the codes of check-in */
  async execute(actor: Actor, sessionId: string, { clientId, code, at }: Input): Promise<Answer> {
    const session = await this.database.one<SessionData>(
      sql`select ${sessionColumns} from training_sessions s where s.id = ${sessionId}`,
    );
    const person = session && (await this.people.around(session)).get(actor.personId);
    if (!session) throw trainingErrors.notFound();
    if (!person) throw trainingErrors.notInvited();
    const now = this.clock.now();
    if (!takesUploads(session, now)) throw trainingErrors.wrongState({ state: session.state });
    const secret = await this.people.secretOf(session.id);
    const isAlive = (await checkSessionCode(code, { secret, sessionId, at: now })).ok;
    const when = isAlive ? momentOf(new Date(at), now) : new Date(at);
    const late = refusalOfTime(session, when, now);
    if (late) throw checkInErrors[late]();
    if (!isAlive) await this.proveLate(code, { secret, sessionId, at: when });
    return this.write(session.id, person, { clientId, at: when, state: isAlive ? 'counted' : 'doubtful', now });
  }

  /** That the code belongs to the moment which the phone names. */
  private async proveLate(code: string, of: { secret: string; sessionId: string; at: Date }): Promise<void> {
    const read = await checkSessionCode(code, of);
    if (read.ok) return;
    if (read.why === 'stale') throw checkInErrors.codeStale();
    if (read.why === 'forged') throw checkInErrors.codeForged();
    throw read.why === 'other_session' ? checkInErrors.codeOfOther() : checkInErrors.codeUnreadable();
  }

  private async write(
    sessionId: string,
    person: CheckInPerson,
    { clientId, at, state, now }: { clientId: string; at: Date; state: Answer['state']; now: Date },
  ): Promise<Answer> {
    // The reference to the session holds its row until the end, so that a trainer's phone merges before or after, not between.
    return this.database.tx(async (tx) => {
      await rowsOf(tx, scanned({ clientId, sessionId, person, at, now, state }));
      await doubtSameNames(tx, sessionId);
      const [row] = await rowsOf<{ state: Answer['state']; at: Date }>(
        tx,
        sql`select state, at from check_ins where session_id = ${sessionId} and person_id = ${person.id} and state <> 'refused'`,
      );
      if (!row) throw checkInErrors.refused();
      return { state: row.state, at: row.at.toISOString() };
    });
  }
}

interface Scan {
  clientId: string;
  sessionId: string;
  person: CheckInPerson;
  at: Date;
  now: Date;
  state: Answer['state'];
}

/** A second scan changes nothing; one in time settles a doubtful one. */
const scanned = ({ clientId, sessionId, person, at, now, state }: Scan) => sql`
  insert into check_ins as c (id, session_id, person_id, full_name, team_id, method, at, received_at, state, why)
  select ${clientId}, ${sessionId}, ${person.id}, ${person.fullName}, ${person.teamId}, 'self', ${at}, ${now}, ${state},
         case when ${state} = 'doubtful' then 'late_upload' end
   where not exists (select 1 from check_ins k where k.id = ${clientId})
  on conflict (session_id, person_id) where person_id is not null and state <> 'refused'
    do update set state = 'counted', why = null, at = excluded.at where c.state = 'doubtful' and excluded.state = 'counted'`;
