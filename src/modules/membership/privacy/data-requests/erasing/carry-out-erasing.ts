import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock, Tick } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Actors } from '../../../people/people/actors.ts';
import { dataRequestAnswered } from '../../../membership.events.ts';
import { AnonymisePerson } from '../../erasing/anonymise-person.ts';
import { DataRequestAccess, type DataRequestRow, requestColumns } from '../data-request-access.ts';
import { PlanErasing } from './plan-erasing.ts';
import { DataRequest } from '../data-request.entity.ts';

const EVERY_MS = 3_600_000;
const AT_ONCE = 100;

/** Both officers, and a hold of its own for each case. */
@Injectable()
export class ErasingOfficers {
  constructor(
    private readonly actors: Actors,
    private readonly scope: Scope,
    private readonly access: DataRequestAccess,
  ) {}

  /** Who seconded it, while both may still erase the person; else nobody. */
  async of(row: DataRequestRow): Promise<Actor | undefined> {
    const both = [await this.actor(row.eraseAskedBy), await this.actor(row.eraseSecondedBy)];
    for (const officer of both) {
      if (!officer || !(await this.scope.may(officer, 'data.answer', { unitId: row.unitId }))) return undefined;
      if (await this.access.eraseRefusal(officer, row)) return undefined;
    }
    return both[1];
  }

  private async actor(id: string | null): Promise<Actor | undefined> {
    return id ? this.actors.of(id) : undefined;
  }
}

/** After the wait the person is erased, if two officers said so and both still may. */
@Injectable()
export class CarryOutErasing {
  // oxlint-disable-next-line max-params -- who may, what is done, and who is told
  constructor(
    private readonly database: Database,
    private readonly officers: ErasingOfficers,
    private readonly planning: PlanErasing,
    private readonly anonymise: AnonymisePerson,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives how many were erased. */
  @Tick('membership.erase-on-paper', EVERY_MS)
  async run(): Promise<number> {
    const due = await this.database.rows<{ id: string }>(
      sql`select id from data_requests where outcome is null and erase_seconded_at is not null
          and erase_on <= ${this.clock.today()}::date order by erase_on, id limit ${AT_ONCE}`,
    );
    let erased = 0;
    for (const { id } of due) erased += await this.database.tx((tx) => this.one(tx, id));
    return erased;
  }

  private async one(tx: Tx, id: string): Promise<number> {
    const [row] = await rowsOf<DataRequestRow>(
      tx,
      sql`select ${requestColumns} from data_requests q where q.id = ${id} and q.outcome is null
          and q.erase_seconded_at is not null for update skip locked`,
    );
    if (!row) return 0;
    const officer = await this.officers.of(row);
    if (!officer) {
      await this.planning.clear(tx, row);
      return 0;
    }
    await tx.update(
      DataRequest,
      { id },
      { outcome: 'answered', answeredAt: this.clock.now(), answeredBy: row.eraseAskedBy },
    );
    const { unitId } = row;
    await this.outbox.append(
      tx,
      dataRequestAnswered({ requestId: id }, { unitId, changes: { outcome: 'answered' } }),
      officer,
    );
    await this.anonymise.execute(tx, officer, row.personId);
    return 1;
  }
}
