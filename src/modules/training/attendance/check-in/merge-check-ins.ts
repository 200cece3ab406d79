/**
 * Check-ins of a trainer's phone, made perhaps without network and sent perhaps twice: merged with those of other phones
 * so that each person counts once. What is refused is named by the id that the phone gave it; the rest is kept.
 */
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody } from '#contracts';
import { checkMemberCode, type CodeRefusal } from '#contracts/training/check-in-codes';
import type { checkInRoutes } from '#contracts/training/check-in';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../../sessions/session/session.rows.ts';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { checkInErrors, trainingErrors } from '../../training.errors.ts';
import { checkInsMerged } from '../../training.events.ts';
import { SpokenCodes } from './spoken-codes.ts';
import { CheckInPeopleQueries, type CheckInPerson } from './check-in-people.queries.ts';
import { refusalOfTime, takesUploads } from './check-in-rules.ts';
import { doubtSameNames } from './same-names.ts';

type Item = RouteBody<typeof checkInRoutes.sendCheckIns>['items'][number];
type Merged = RouteAnswer<typeof checkInRoutes.sendCheckIns>;

interface Proven {
  item: Item;
  personId: string | null;
  fullName: string;
  teamId: string | null;
}
type Looked = Proven | { item: Item; refusal: string };

/** What a set of check-ins is looked up in. */
interface CheckInList {
  secret: string;
  known: ReadonlyMap<string, CheckInPerson>;
  teamIds: ReadonlySet<string | null>;
  digits: SpokenCodes;
}

const codeOf: Record<CodeRefusal, string> = {
  not_a_code: checkInErrors.codeUnreadable().code,
  other_session: checkInErrors.codeOfOther().code,
  stale: checkInErrors.codeStale().code,
  forged: checkInErrors.codeForged().code,
};

@Injectable()
export class MergeCheckIns {
  constructor(
    private readonly access: SessionAccess,
    private readonly people: CheckInPeopleQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.wrongState for a session that takes none any more */
  async execute(actor: Actor, sessionId: string, items: readonly Item[]): Promise<Merged> {
    const session = await this.access.open(actor, sessionId, 'training.door');
    if (!takesUploads(session, this.clock.now())) throw trainingErrors.wrongState({ state: session.state });
    const list = await this.listOf(session);
    const looked = await Promise.all(onceEach(items).map((item) => this.look(session, list, item)));
    const refused = looked.flatMap((one) =>
      'refusal' in one ? [{ clientId: one.item.clientId, code: one.refusal }] : [],
    );
    const proven = looked.filter((one): one is Proven => !('refusal' in one));
    const { written, counted } = await this.access.change(actor, sessionId, 'training.door', async (tx) => {
      const ids = await this.write(tx, actor, sessionId, proven);
      const doubted = new Set(await doubtSameNames(tx, sessionId));
      const count = ids.filter((id) => !doubted.has(id)).length;
      if (ids.length > 0)
        await this.outbox.append(tx, checkInsMerged({ sessionId, count }, { unitId: session.communeId }), actor);
      return { written: ids.length, counted: count };
    });
    const repeated = items.length - refused.length - written;
    return { counted, repeated, doubtful: written - counted, refused };
  }

  private async listOf(session: SessionData): Promise<CheckInList> {
    const secret = await this.people.secretOf(session.id);
    const known = await this.people.around(session);
    const teamIds = new Set([...known.values()].map(({ teamId }) => teamId));
    return { secret, known, teamIds, digits: new SpokenCodes(secret, [...known.keys()]) };
  }

  private async look(session: SessionData, list: CheckInList, item: Item): Promise<Looked> {
    const late = refusalOfTime(session, new Date(item.at), this.clock.now());
    if (late) return { item, refusal: checkInErrors[late]().code };
    const named = await this.personOf(session, list, item);
    if ('refusal' in named) return { item, refusal: named.refusal };
    if (named.personId === null) {
      if (!item.fullName) return { item, refusal: checkInErrors.nameMissing().code };
      // A team that is none of the commune's is not worth losing the person for.
      const teamId = item.teamId && list.teamIds.has(item.teamId) ? item.teamId : null;
      return { item, personId: null, fullName: item.fullName, teamId };
    }
    const person = list.known.get(named.personId);
    if (!person) return { item, refusal: checkInErrors.personUnknown().code };
    return { item, personId: person.id, fullName: person.fullName, teamId: person.teamId };
  }

  private async personOf(
    { id: sessionId }: SessionData,
    { secret, digits }: CheckInList,
    item: Item,
  ): Promise<{ personId: string | null } | { refusal: string }> {
    const at = new Date(item.at);
    if (item.method === 'scanned') {
      const read = await checkMemberCode(item.code ?? '', { secret, sessionId, at });
      return read.ok ? { personId: read.personId } : { refusal: codeOf[read.why] };
    }
    if (item.method === 'six_digits') {
      const personId = await digits.personOf(item.code ?? '', at, item.personId);
      return personId ? { personId } : { refusal: codeOf.stale };
    }
    return { personId: item.personId };
  }

  /** New rows; a doubtful one of the same person is settled by the trainer's. Gives the ids that count now and did not. */
  private async write(tx: Tx, actor: Actor, sessionId: string, proven: readonly Proven[]): Promise<string[]> {
    if (proven.length === 0) return [];
    const of = <T>(pick: (one: Proven) => T): T[] => proven.map(pick);
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`with sent as (
         select distinct on (coalesce(person_id::text, id::text)) *
           from unnest(${of(({ item }) => item.clientId)}::uuid[], ${of(({ personId }) => personId)}::uuid[],
             ${of(({ fullName }) => fullName)}::text[], ${of(({ teamId }) => teamId)}::uuid[],
               ${of(({ item }) => item.method)}::text[], ${of(({ item }) => item.at)}::timestamptz[]) as n(id, person_id,
                 full_name, team_id, method, at)
          order by coalesce(person_id::text, id::text), at)
       insert into check_ins as c (id, session_id, person_id, full_name, team_id, method, at, received_at, by_id, state)
       select s.id, ${sessionId}, s.person_id, s.full_name, s.team_id, s.method, s.at, ${this.clock.now()}, ${actor.personId},
         'counted' from sent s
        where not exists (select 1 from check_ins k where k.id = s.id)
       on conflict (session_id, person_id) where person_id is not null and state <> 'refused'
         do update set state = 'counted', method = excluded.method, by_id = excluded.by_id, why = null where c.state = 'doubtful'
       returning c.id`,
    );
    return rows.map(({ id }) => id);
  }
}

/** A phone may send an item twice within one set. */
function onceEach(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.clientId.toLowerCase(), item])).values()];
}
