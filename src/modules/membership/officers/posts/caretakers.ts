import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CommitteeSeat } from '#contracts/enums';
import { OrganizationApi, rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../../people/people/end-access.ts';
import { Post } from './post.entity.ts';
import { postEnded, postGiven } from '../../membership.events.ts';
import { HandoverStore } from './handover-store.ts';
import { type Care, planCaretakers } from './plan-caretakers.ts';

interface Row {
  id: string;
  personId: string;
  role: 'focal_officer' | 'committee_member';
  title: string;
  seat: CommitteeSeat | null;
  standIn: boolean;
  caretaker: boolean;
  from: string;
  to: string | null;
}

/**
 * Posts of those who look after a focal post that nobody holds. They follow from the other posts of the unit and are written
 * ahead, by their days: nothing has to run on the day itself.
 */
@Injectable()
export class Caretakers {
  constructor(
    private readonly database: Database,
    private readonly handovers: HandoverStore,
    private readonly access: EndAccess,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Called in every transaction that gives or ends a post of a commune's committee. */
  async settle(tx: Tx, unitIds: readonly string[], actor?: Actor): Promise<void> {
    for (const unitId of await this.unsettled(tx, unitIds)) await this.settleOne(tx, unitId, actor);
  }

  /** Who would look after the post from that day on if it stayed empty. */
  async next(unitId: string, postId: string, from: string): Promise<string | undefined> {
    const { held, seats } = await this.rows(this.database.manager, unitId);
    const left = held.map((row) => (row.id === postId ? { ...row, to: from } : row));
    const plan = planCaretakers(left, seats, this.clock.today());
    return plan.find((care) => care.from <= from && (care.to === null || from < care.to))?.personId;
  }

  /** Makes room for somebody who is given the post from that day on, perhaps the caretaker in person. */
  async makeRoom(tx: Tx, unitId: string, from: string, actor?: Actor): Promise<void> {
    const rows = await rowsOf<Pick<Row, 'id' | 'personId' | 'from'>>(
      tx,
      sql`select id, person_id as "personId", lower(validity)::text as from from posts
        where unit_id = ${unitId} and caretaker and validity && daterange(${from}::date, null)`,
    );
    for (const row of rows) await this.end(tx, unitId, row, from, actor);
  }

  /** Units with a gap behind somebody, or with a caretaker: of a long list of first officers none. */
  private async unsettled(tx: Tx, unitIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select u.id from unnest(${[...new Set(unitIds)]}::uuid[]) u(id) where exists (
          select 1 from posts o where o.unit_id = u.id and o.role = 'focal_officer'
            and (o.caretaker or (not o.stand_in and not upper_inf(o.validity))) offset 0)`,
    );
    return rows.map(({ id }) => id);
  }

  private async settleOne(tx: Tx, unitId: string, actor?: Actor): Promise<void> {
    const today = this.clock.today();
    await this.organization.lockUnit(tx, unitId);
    const { rows, held, seats } = await this.rows(tx, unitId);
    const plan = planCaretakers(held, seats, today);
    const standing = rows.filter(({ caretaker, to }) => caretaker && (to === null || to > today));
    const kept = new Map(plan.map((care) => [care, standing.find((row) => isSame(row, care, today))]));
    for (const row of standing) if (![...kept.values()].includes(row)) await this.end(tx, unitId, row, today, actor);
    for (const [care, row] of kept) if (row && row.to !== care.to) await reach(tx, row, care.to);
    const before = held.filter(({ standIn }) => !standIn);
    for (const [care, row] of kept) if (!row) await this.give(tx, unitId, care, before, actor);
  }

  private async rows(tx: Tx, unitId: string): Promise<{ rows: Row[]; held: Row[]; seats: Row[] }> {
    const rows = await rowsOf<Row>(
      tx,
      sql`select id, person_id as "personId", role, title, seat, stand_in as "standIn", caretaker,
          lower(validity)::text as from, upper(validity)::text as to
        from posts where unit_id = ${unitId} and role in ('focal_officer', 'committee_member')
        order by lower(validity), id`,
    );
    return {
      rows,
      held: rows.filter(({ role, caretaker }) => role === 'focal_officer' && !caretaker),
      seats: rows.filter(({ role }) => role === 'committee_member'),
    };
  }

  private async give(tx: Tx, unitId: string, care: Care, held: readonly Row[], actor?: Actor): Promise<void> {
    const { personId, from, to } = care;
    const last = held.filter((row) => row.to !== null && row.to <= from).at(-1);
    const id = v7();
    await tx.insert(Post, {
      id,
      personId,
      role: 'focal_officer',
      unitId,
      title: last?.title ?? held[0]?.title ?? '',
      standIn: true,
      caretaker: true,
      validity: rangeText(from, to ?? undefined),
    });
    await this.access.execute(tx, [personId], 'post_given', actor);
    const changes = { role: 'focal_officer', from, caretaker: true };
    await this.outbox.append(tx, postGiven({ postId: id, personId }, { unitId, changes }), actor);
    if (last && last.personId !== personId)
      await this.handovers.record(
        tx,
        { unitId, mode: 'caretaker', from: last, to: { id, personId }, fromOn: from },
        actor,
      );
  }

  /** What had not begun by that day was never there. */
  private async end(
    tx: Tx,
    unitId: string,
    row: Pick<Row, 'id' | 'personId' | 'from'>,
    day: string,
    actor?: Actor,
  ): Promise<void> {
    if (row.from >= day) {
      await execute(tx, sql`delete from handovers where to_post_id = ${row.id} or from_post_id = ${row.id}`);
      await tx.delete(Post, { id: row.id });
    } else await reach(tx, row, day);
    const changes = { to: day, caretaker: true };
    await this.outbox.append(tx, postEnded({ postId: row.id, personId: row.personId }, { unitId, changes }), actor);
    await execute(tx, sql`select pg_notify('actor_changed', ${row.personId})`);
  }
}

/** A care of the same person that begins then, or that has begun and goes on. */
const isSame = (row: Row, care: Care, today: string): boolean =>
  row.personId === care.personId && (row.from === care.from || (care.from === today && row.from < today));

async function reach(tx: Tx, row: Pick<Row, 'id' | 'from'>, to: string | null): Promise<void> {
  await tx.update(Post, { id: row.id }, { validity: rangeText(row.from, to ?? undefined) });
}
