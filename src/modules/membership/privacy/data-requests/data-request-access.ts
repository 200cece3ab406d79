import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { dataRequestErrors } from '../../membership.errors.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { DataRequest } from './data-request.entity.ts';

export type DataRequestRow = DataRequest;
export type EraseRefusal = 'unverified' | 'holdsPost' | 'elsewhere' | 'own' | 'held';

export const requestColumns = sql`q.id, q.unit_id as "unitId", q.no, q.person_id as "personId", q.kind, q.source, q.words,
  q.new_name as "newName", q.new_phone as "newPhone", q.filed_by as "filedBy", q.received_at as "receivedAt",
  q.due_on::text as "dueOn", q.verified_at as "verifiedAt", q.verified_how as "verifiedHow", q.verified_by as "verifiedBy",
  q.owner_id as "ownerId", q.escalated_at as "escalatedAt", q.outcome, q.answer, q.answered_at as "answeredAt",
  q.answered_by as "answeredBy", q.stops, q.erase_asked_by as "eraseAskedBy", q.erase_asked_at as "eraseAskedAt",
  q.erase_on::text as "eraseOn", q.erase_seconded_by as "eraseSecondedBy", q.erase_seconded_at as "eraseSecondedAt"`;

/** The one way in which a case is opened and changed: right at its unit, row locked. */
@Injectable()
export class DataRequestAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws dataRequest.notFound, platform.denied */
  async open(actor: Actor, id: string): Promise<DataRequestRow> {
    const row: DataRequestRow | null = await this.database.manager.findOne(DataRequest, {
      select: {
        id: true,
        unitId: true,
        no: true,
        personId: true,
        kind: true,
        source: true,
        words: true,
        newName: true,
        newPhone: true,
        filedBy: true,
        receivedAt: true,
        dueOn: true,
        verifiedAt: true,
        verifiedHow: true,
        verifiedBy: true,
        ownerId: true,
        escalatedAt: true,
        outcome: true,
        answer: true,
        answeredAt: true,
        answeredBy: true,
        stops: true,
        eraseAskedBy: true,
        eraseAskedAt: true,
        eraseOn: true,
        eraseSecondedBy: true,
        eraseSecondedAt: true,
      },
      where: { id },
    });
    if (!row) throw dataRequestErrors.notFound();
    await this.scope.require(actor, 'data.answer', { unitId: row.unitId });
    return row;
  }

  /** Nobody decides what they asked for themselves. @throws dataRequest.notFound, own, notOpen, platform.denied */
  async change(
    actor: Actor,
    id: string,
    work: (tx: Tx, row: DataRequestRow, now: Date) => Promise<void>,
  ): Promise<void> {
    const { personId } = await this.open(actor, id);
    if (personId === actor.personId) throw dataRequestErrors.own();
    await this.database.tx(async (tx) => {
      const [row] = await rowsOf<DataRequestRow>(
        tx,
        sql`select ${requestColumns} from data_requests q where q.id = ${id} for update`,
      );
      if (!row) throw dataRequestErrors.notFound();
      if (row.outcome !== null) throw dataRequestErrors.notOpen();
      await work(tx, row, this.clock.now());
    });
  }

  /** What keeps the actor from erasing the person; undefined: nothing. A post is handed over before, so that no work is lost. */
  async eraseRefusal(actor: Actor, { personId, verifiedAt }: DataRequestRow): Promise<EraseRefusal | undefined> {
    if (personId === actor.personId) return 'own';
    if (!verifiedAt) return 'unverified';
    const places = await this.people.placesFrom(personId, this.clock.today());
    const standing = places.filter(({ role }) => role !== 'supporter');
    if (standing.some(({ teamId }) => teamId === null)) return 'holdsPost';
    for (const { unitId } of standing)
      if (!(await this.scope.may(actor, 'data.answer', { unitId }))) return 'elsewhere';
    return (await this.isHeld(personId)) ? 'held' : undefined;
  }

  /** By whatever rule: what is held back from going by time is not erased on request either. */
  private async isHeld(personId: string): Promise<boolean> {
    const row = await this.database.one<{ held: boolean }>(
      sql`select exists (
        select 1 from retention_holds h
          join people p on p.id = ${personId} or p.merged_into_id = ${personId}
         where h.ended_at is null and (h.person_id = p.id or exists (
           select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id
            where pp.person_id = p.id and c.ancestor_id = h.unit_id))) as held`,
    );
    return row?.held === true;
  }
}
