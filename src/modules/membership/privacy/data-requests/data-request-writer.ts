import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { actions } from '#contracts/actions';
import type { DataRequestKind } from '#contracts/privacy/request-kinds';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { dataRequestErrors } from '../../membership.errors.ts';
import { dataRequestFiled } from '../../membership.events.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { phoneOf } from '../../people/people/contact-points.ts';
import { DataRequest } from './data-request.entity.ts';
import { DataRequestDeadlines } from './data-request-deadlines.ts';

export interface Asked {
  kind: DataRequestKind;
  words?: string | undefined;
  fullName?: string | undefined;
  phone?: string | undefined;
}
interface Filed {
  personId: string;
  unitId: string;
  source: DataRequest['source'];
  receivedAt: Date;
}

/** Writes a request down: number, last day, who sees to it, and whether it is known to come from the person. */
@Injectable()
export class DataRequestWriter {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly people: PeopleQueries,
    private readonly deadlines: DataRequestDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The commune of the person's place, of today or the last one; an office above communes itself. @throws platform.notFound */
  async unitFor(personId: string): Promise<string> {
    const [first] = (await this.people.placesOf(personId, this.clock.today())).filter(
      ({ role }) => role !== 'supporter',
    );
    const place = first ?? (await this.people.lastPlace(personId));
    if (!place) throw platformErrors.notFound();
    return (await this.organization.communeOf(place.unitId))?.id ?? place.unitId;
  }

  /** @throws dataRequest.openAlready while one of the same kind waits; membership.phoneInvalid */
  async write(actor: Actor, asked: Asked, filed: Filed): Promise<string> {
    const { personId, unitId, source, receivedAt } = filed;
    const newPhone = asked.phone ? phoneOf(asked.phone) : null;
    const dueOn = await this.deadlines.dueOn(receivedAt);
    const id = v7();
    await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      const [known] = await rowsOf(
        tx,
        sql`select 1 from data_requests where person_id = ${personId} and kind = ${asked.kind} and outcome is null`,
      );
      if (known) throw dataRequestErrors.openAlready();
      const isProven = source === 'app' && (await this.isProven(tx, personId));
      await tx.insert(DataRequest, {
        id,
        unitId,
        no: await this.nextNo(tx, unitId),
        personId,
        kind: asked.kind,
        source,
        words: asked.words ?? null,
        newName: asked.fullName ?? null,
        newPhone,
        filedBy: actor.personId,
        receivedAt,
        dueOn,
        verifiedAt: isProven ? receivedAt : null,
        verifiedHow: isProven ? 'account' : null,
        ownerId: await this.ownerFor(tx, unitId, personId),
        stops: [],
      });
      await this.outbox.append(
        tx,
        dataRequestFiled({ requestId: id }, { unitId, changes: { kind: asked.kind } }),
        actor,
      );
    });
    return id;
  }

  private async nextNo(tx: Tx, unitId: string): Promise<number> {
    const [row] = await rowsOf<{ no: number }>(
      tx,
      sql`select coalesce(max(no), 0) + 1 as no from data_requests where unit_id = ${unitId}`,
    );
    return row?.no ?? 1;
  }

  /** A platform has said that the account has the person's number, and nobody has put either in doubt since. */
  private async isProven(tx: Tx, personId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from linked_accounts a join phones f on f.person_id = a.person_id and f.e164 = a.phone_e164
        where a.person_id = ${personId} and a.ended_at is null and a.suspended_at is null and a.doubted_at is null
          and f.replaced_at is null and f.unproven_since is null limit 1`,
    );
    return rows.length > 0;
  }

  /** Of the unit itself, or of the nearest one above where it has nobody; a stand-in before whom they stand in for. */
  private async ownerFor(tx: Tx, unitId: string, personId: string): Promise<string | null> {
    const [row] = await rowsOf<{ id: string }>(
      tx,
      sql`select p.person_id as id from unit_closure c join posts p on p.unit_id = c.ancestor_id
        where c.descendant_id = ${unitId} and p.role = any(${[...actions['data.answer']]}::text[])
          and p.validity @> ${this.clock.today()}::date and p.person_id <> ${personId}
        order by c.depth, p.role desc, p.stand_in desc, p.id limit 1`,
    );
    return row?.id ?? null;
  }
}
