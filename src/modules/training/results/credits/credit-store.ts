import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { RouteAnswer, RouteBody, RouteQuery } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import type { trainingMemberRoutes } from '#contracts/training/members';
import { MembershipApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql, sqlState, violation } from '#platform/database';
import { FileLinks } from '#platform/files';
import { pagesOf } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { creditErrors, trainingErrors } from '../../training.errors.ts';
import { creditRecorded } from '../../training.events.ts';
import { TrainingCredit } from './training-credit.entity.ts';

const pages = pagesOf('unitCredits', z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]));

export type Credit = RouteAnswer<typeof trainingMemberRoutes.recordCredit>;
type CreditPage = RouteAnswer<typeof trainingPlanRoutes.unitCredits>;

export interface CreditRow
  extends Pick<
    TrainingCredit,
    | 'id'
    | 'personId'
    | 'course'
    | 'organiser'
    | 'topicCode'
    | 'completedOn'
    | 'proofUrl'
    | 'proofFile'
    | 'state'
    | 'note'
  > {
  hours: number;
}

const columns = sql`c.id, c.person_id as "personId", c.course, c.organiser, c.topic_code as "topicCode", c.hours::float as hours,
    c.completed_on as "completedOn", c.proof_url as "proofUrl", c.proof_file as "proofFile", c.state, c.note`;

/** Courses elsewhere (MOOC): recorded by the learner with a proof, counted once the commune has accepted them. */
@Injectable()
export class CreditStore {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly membership: MembershipApi,
    private readonly links: FileLinks,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async mine({ personId }: Actor): Promise<Credit[]> {
    return this.view(
      await this.database.rows<CreditRow>(
        sql`select ${columns} from training_credits c where c.person_id = ${personId} order by c.completed_on desc, c.id`,
      ),
    );
  }

  /** @throws credit.inFuture, training.topicUnknown */
  async record(actor: Actor, input: RouteBody<typeof trainingMemberRoutes.recordCredit>): Promise<Credit> {
    if (input.completedOn > this.clock.today()) throw creditErrors.inFuture({ path: 'completedOn' });
    const id = v7();
    try {
      await this.database.tx(async (tx) => {
        await tx.insert(TrainingCredit, {
          id,
          personId: actor.personId,
          course: input.course,
          organiser: input.organiser,
          topicCode: input.topicCode,
          hours: String(input.hours),
          completedOn: input.completedOn,
          proofUrl: input.proofUrl,
          recordedAt: this.clock.now(),
        });
        await this.outbox.append(tx, creditRecorded({ creditId: id }), actor);
      });
    } catch (error) {
      if (violation(error)?.state === sqlState.foreignKey) throw trainingErrors.topicUnknown({ path: 'topicCode' });
      throw error;
    }
    return (await this.mine(actor)).find((credit) => credit.id === id) as Credit;
  }

  /** Of people with a place below the unit; what waits comes first. */
  async ofUnit(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof trainingPlanRoutes.unitCredits>,
  ): Promise<CreditPage> {
    await this.scope.require(actor, 'training.decide', { unitId });
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const found = await this.database.rows<CreditRow & { total: number; recordedAt: Date }>(
      sql`with people as materialized (
         select distinct p.person_id from unit_closure u
          cross join lateral (
                select person_id from person_places
                 where unit_id = u.descendant_id and validity @> ${this.clock.today()}::date offset 0) p
          where u.ancestor_id = ${unitId}),
       -- Their credits' place in the list alone: what else is shown of them is read for the page.
       places as materialized (
         select id, state = 'waiting' as waits, date_trunc('milliseconds', recorded_at) as at from training_credits
          where person_id = any(array(select person_id from people))),
       page as (
         select * from places
          where ${after ? sql`(waits, at, id) < (${after[0]}::boolean, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql`true`}
          order by waits desc, at desc, id desc limit ${query.limit + 1})
       select ${columns}, p.at as "recordedAt", (select count(*)::int from places) as total
         from page p join training_credits c on c.id = p.id order by p.waits desc, p.at desc, p.id desc`,
    );
    const { items, nextCursor } = pages.cut(asked, found, (row) => [
      row.state === 'waiting',
      row.recordedAt.toISOString(),
      row.id,
    ]);
    return { items: await this.view(items), total: found[0]?.total ?? 0, nextCursor };
  }

  async one(id: string): Promise<CreditRow> {
    const row = await this.database.one<CreditRow>(sql`select ${columns} from training_credits c where c.id = ${id}`);
    if (!row) throw creditErrors.notFound();
    return row;
  }

  private async view(rows: readonly CreditRow[]): Promise<Credit[]> {
    const [people, sign] = await Promise.all([
      this.membership.people(rows.map((row) => row.personId)),
      this.links.signer('file'),
    ]);
    return rows.map((row) => ({
      id: row.id,
      person: people.get(row.personId) ?? { id: row.personId, fullName: '', position: null },
      course: row.course,
      organiser: row.organiser,
      topicCode: row.topicCode,
      hours: row.hours,
      completedOn: row.completedOn,
      proofUrl: row.proofUrl,
      photo: row.proofFile !== null,
      photoUrl: row.proofFile && sign(row.proofFile),
      state: row.state,
      note: row.note,
    }));
  }
}
