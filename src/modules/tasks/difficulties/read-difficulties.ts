import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { DifficultyFilter } from '#contracts/tasks/difficulty-rules';
import { searchPattern } from '#i18n/spoken';
import { Scope, withoutCompanies } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { CompanyPosts } from '../orders/joint/company-posts.ts';
import { difficultyErrors } from '../tasks.errors.ts';
import { DifficultyAccess, type Hands } from './difficulty-access.ts';
import { DifficultyPresenter } from './difficulty.presenter.ts';

type Page = RouteAnswer<typeof routes.listDifficulties>;
type Query = RouteQuery<typeof routes.listDifficulties>;

/** A team, a company, or an office, which sees all. */
interface Reader {
  teamIds?: readonly string[];
  companyIds?: readonly string[];
}

/** Answered or not, how soon, and the difficulty. */
const pages = pagesOf('difficulties', z.tuple([z.int(), z.number(), z.uuid()]));
/** The open ones by their day, then the answered ones, the newest first. */
const order = sql`case when d.answered_at is null then 0 else 1 end`;
const soon = sql`case when d.answered_at is null then extract(epoch from coalesce(d.due_on, d.at::date))::float8
  else - extract(epoch from d.at)::float8 end`;

/** Taken by themselves, or come with a post of the unit. */
const inHands = ({
  personId,
  before,
}: Hands): Sql => sql`(d.owner_id = ${personId} or (${before.length > 0} and exists (
  select 1 from unnest(${before.map((one) => one.personId)}::uuid[], ${before.map((one) => one.unitId)}::uuid[]) as h(owner_id, unit_id)
    join unit_closure c on c.ancestor_id = h.unit_id and c.descendant_id = d.unit_id where h.owner_id = d.owner_id)))`;

/** Difficulties as screens get them. */
@Injectable()
export class ReadDifficulties {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly access: DifficultyAccess,
    private readonly companies: CompanyPosts,
    private readonly presenter: DifficultyPresenter,
    private readonly clock: Clock,
  ) {}

  /** Team members see their own teams' only, a company's people what was passed on to the company. */
  async list(actor: Actor, unitId: string, query: Query): Promise<Page> {
    const reader = await this.readerOf(actor, unitId);
    const source = this.rowsFor(reader, unitId);
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const hands = await this.access.hands(actor);
    const [rows, counts, found] = await Promise.all([
      this.database.rows<{ id: string; order: number; soon: number }>(
        sql`select d.id, ${order} as "order", ${soon} as soon from (${source}) d
          where ${this.passes(query.filter, hands)} and ${this.says(query.q)}
            and ${after ? sql`(${order}, ${soon}, d.id) > (${after[0]}::int, ${after[1]}::float8, ${after[2]}::uuid)` : sql`true`}
          order by 2, 3, 1 limit ${query.limit + 1}`,
      ),
      this.counts(reader, unitId, hands),
      query.q === '' ? undefined : this.found(reader, unitId, hands, query),
    ]);
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.order, row.soon, row.id]);
    return {
      items: await this.presenter.present(items.map(({ id }) => id)),
      total: found ?? counts[query.filter],
      nextCursor,
      counts,
    };
  }

  /** @throws difficulty.notFound, platform.denied */
  async open(actor: Actor, id: string) {
    await this.access.open(actor, id, 'difficulty.read');
    return this.one(id);
  }

  async one(id: string) {
    const [difficulty] = await this.presenter.present([id]);
    if (!difficulty) throw difficultyErrors.notFound();
    return difficulty;
  }

  /** As what the actor reads here. @throws platform.denied */
  private async readerOf(actor: Actor, unitId: string): Promise<Reader> {
    const teamIds = this.scope.teamIds(actor, 'difficulty.read');
    const own = actor.posts.find(
      (post) => post.teamId !== null && post.unitId === unitId && teamIds.includes(post.teamId),
    );
    const place = { unitId, ...(own?.teamId && { teamId: own.teamId }) };
    await this.scope.require(actor, 'difficulty.read', place);
    if (own) return { teamIds };
    if (await this.scope.may(withoutCompanies(actor), 'difficulty.read', place)) return {};
    return { companyIds: (await this.companies.of(actor)).map(({ providerId }) => providerId) };
  }

  /** What the reader may see below the unit, found from the places. */
  private rowsFor({ teamIds, companyIds }: Reader, unitId: string): Sql {
    if (teamIds) return sql`select * from difficulties where team_id = any(${teamIds}::uuid[])`;
    if (companyIds)
      return sql`select * from difficulties x where x.provider_id = any(${companyIds}::uuid[])
        and exists (select 1 from unit_closure c where c.ancestor_id = ${unitId} and c.descendant_id = x.unit_id)`;
    return sql`select x.* from unit_closure c
      cross join lateral (select * from difficulties where unit_id = c.descendant_id offset 0) x
      where c.ancestor_id = ${unitId}`;
  }

  private passes(filter: DifficultyFilter, hands: Hands): Sql {
    const filters: Record<DifficultyFilter, Sql> = {
      all: sql`true`,
      open: sql`d.answered_at is null`,
      mine: sql`(d.answered_at is null and ${inHands(hands)})`,
      late: sql`(d.answered_at is null and d.due_on < ${this.clock.today()}::date)`,
      above: sql`(d.answered_at is null and d.escalated_at is not null)`,
      answered: sql`d.answered_at is not null`,
    };
    return filters[filter];
  }

  private says(q: string): Sql {
    if (q === '') return sql`true`;
    return sql`(fold(d.text || ' ' || coalesce(d.spot, '') || ' ' || coalesce(d.answer, '')) ~ ${searchPattern(q)}
      or exists (select 1 from teams_at(${this.clock.today()}::date) t where t.id = d.team_id and fold(t.name) ~ ${searchPattern(q)}))`;
  }

  /** Whatever is searched for: what the filters offer. */
  private async counts(reader: Reader, unitId: string, hands: Hands): Promise<Record<DifficultyFilter, number>> {
    const count = (filter: DifficultyFilter): Sql => sql`count(*) filter (where ${this.passes(filter, hands)})::int`;
    const counts = await this.database.one<Record<DifficultyFilter, number>>(
      sql`select ${count('all')} as all, ${count('open')} as open, ${count('mine')} as mine, ${count('late')} as late,
        ${count('above')} as above, ${count('answered')} as answered from (${this.rowsFor(reader, unitId)}) d`,
    );
    return counts ?? { all: 0, open: 0, mine: 0, late: 0, above: 0, answered: 0 };
  }

  /** How many of the filter's say it. */
  private async found(reader: Reader, unitId: string, hands: Hands, { filter, q }: Query): Promise<number> {
    const row = await this.database.one<{ total: number }>(
      sql`select count(*)::int as total from (${this.rowsFor(reader, unitId)}) d
        where ${this.passes(filter, hands)} and ${this.says(q)}`,
    );
    return row?.total ?? 0;
  }
}
