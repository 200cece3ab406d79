import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { requestCode } from '#contracts/privacy/request-kinds';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, empty, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { DataRequestPresenter } from './data-request.presenter.ts';
import { DataRequestAccess, type DataRequestRow, requestColumns } from './data-request-access.ts';

type Page = RouteAnswer<typeof routes.listDataRequests>;
type Own = RouteAnswer<typeof routes.myDataRequests>;

const MOST_OWN = 20;
/** Open ones by their day, answered ones by when that was, the newest first. */
const pages = pagesOf('dataRequests', z.tuple([z.number(), z.uuid()]));
const order = {
  open: sql`extract(epoch from q.due_on)::float8`,
  answered: sql`- extract(epoch from q.answered_at)::float8`,
};
const isIn = { open: sql`q.outcome is null`, answered: sql`q.outcome is not null` };

/** Cases as screens get them. */
@Injectable()
export class ReadDataRequests {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly access: DataRequestAccess,
    private readonly presenter: DataRequestPresenter,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** Of the unit and all below it. */
  async list(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listDataRequests>): Promise<Page> {
    await this.scope.require(actor, 'data.answer', { unitId });
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const key = order[query.state];
    const rows = await this.database.rows<DataRequestRow & { key: number }>(
      sql`select ${requestColumns}, ${key} as key from (${within(unitId)}) q where ${isIn[query.state]}
          ${after ? sql`and (${key}, q.id) > (${after[0]}::float8, ${after[1]}::uuid)` : empty}
        order by key, q.id limit ${query.limit + 1}`,
    );
    const { items, nextCursor } = pages.cut(asked, rows, ({ key: at, id }) => [at, id]);
    const counts = await this.counts(unitId);
    return { items: await this.presenter.rows(items), total: counts[query.state], nextCursor, counts };
  }

  /** @throws dataRequest.notFound, platform.denied */
  async one(actor: Actor, id: string): Promise<RouteAnswer<typeof routes.readDataRequest>> {
    return this.presenter.detail(actor, await this.access.open(actor, id));
  }

  async mine({ personId }: Actor): Promise<Own> {
    return this.own(sql`q.person_id = ${personId} order by q.received_at desc limit ${MOST_OWN}`);
  }

  /** The one that was filed just now. */
  async filed({ personId }: Actor, id: string): Promise<Own[number]> {
    const [one] = await this.own(sql`q.id = ${id} and q.person_id = ${personId}`);
    return one as Own[number];
  }

  private async own(where: Sql): Promise<Own> {
    const rows = await this.database.rows<DataRequestRow>(
      sql`select ${requestColumns} from data_requests q where ${where}`,
    );
    const units = await this.organization.unitRefs(rows.map(({ unitId }) => unitId));
    return rows.map(({ id, no, kind, receivedAt, dueOn, unitId, outcome, answer, answeredAt, stops, eraseOn }) => ({
      id,
      code: requestCode(no),
      kind,
      receivedAt: receivedAt.toISOString(),
      dueOn,
      unit: units.get(unitId)?.fullName ?? '',
      outcome,
      answer: outcome && answer,
      answeredAt: answeredAt?.toISOString() ?? null,
      stops,
      erasedFrom: outcome ? null : eraseOn,
    }));
  }

  private async counts(unitId: string): Promise<Page['counts']> {
    const today = this.clock.today();
    const row = await this.database.one<Page['counts']>(
      sql`select count(*) filter (where ${isIn.open})::int as open, count(*) filter (where ${isIn.answered})::int as answered,
          count(*) filter (where ${isIn.open} and q.due_on < ${today}::date)::int as late,
          count(*) filter (where date_trunc('year', q.due_on) = date_trunc('year', ${today}::date)
            and q.due_on < coalesce((q.answered_at at time zone 'Asia/Ho_Chi_Minh')::date, ${today}::date))::int as "lateThisYear"
        from (${within(unitId)}) q`,
    );
    return row ?? { open: 0, answered: 0, late: 0, lateThisYear: 0 };
  }
}

/** From the units to their cases. */
const within = (unitId: string): Sql => sql`select x.* from unit_closure c
  cross join lateral (select * from data_requests where unit_id = c.descendant_id offset 0) x where c.ancestor_id = ${unitId}`;
