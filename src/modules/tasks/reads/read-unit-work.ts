import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { Difficulty as StoredDifficulty } from '../commune/difficulty.entity.ts';

type Difficulty = RouteAnswer<typeof routes.reportDifficulty>;

interface DifficultyRow extends Omit<StoredDifficulty, 'unitId' | 'communeId' | 'commandId' | 'escalatedTo'> {
  teamName: string;
}
interface KnowHowRow extends Pick<StoredDifficulty, 'id' | 'kind' | 'text'> {
  answer: string;
  answeredAt: Date;
}

const MOST = 500;
const below = (column: Sql, unitId: string): Sql =>
  sql`exists (select 1 from unit_closure c where c.descendant_id = ${column} and c.ancestor_id = ${unitId})`;

/** What a unit has before it: difficulties, and how busy its teams are. */
@Injectable()
export class ReadUnitWork {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  /** Newest first. Team members see their own teams' only. */
  async difficulties(actor: Actor, unitId: string): Promise<Difficulty[]> {
    const teamIds = this.scope.teamIds(actor, 'difficulty.read');
    const own = actor.posts.find(
      (post) => post.teamId !== null && post.unitId === unitId && teamIds.includes(post.teamId),
    );
    await this.scope.require(actor, 'difficulty.read', { unitId, ...(own?.teamId && { teamId: own.teamId }) });
    const shown = own ? teamIds : null;
    return this.difficultiesWhere(
      sql`${below(sql`d.unit_id`, unitId)} and (${shown}::uuid[] is null or d.team_id = any(${shown}))`,
    );
  }

  /** What was answered and published in the unit's district; without one, in its province. */
  async knowHow(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listKnowHow>> {
    const own = actor.posts.find((post) => post.teamId !== null && post.unitId === unitId);
    await this.scope.require(actor, 'difficulty.read', { unitId, ...(own?.teamId && { teamId: own.teamId }) });
    const rows = await this.database.rows<KnowHowRow>(
      sql`select d.id, d.kind, d.text, d.answer, d.answered_at as "answeredAt" from difficulties d
        where d.published_at is not null and exists (select 1 from unit_closure c where c.descendant_id = d.commune_id
          and c.ancestor_id = (
          select u.ancestor_id from unit_closure u where u.descendant_id = ${unitId}
            and u.ancestor_kind in ('district', 'province') order by u.depth limit 1))
        order by d.answered_at desc limit ${MOST}`,
    );
    return rows.map(({ answeredAt, ...row }) => ({ ...row, answeredAt: answeredAt.toISOString() }));
  }

  async difficulty(id: string): Promise<Difficulty | undefined> {
    return (await this.difficultiesWhere(sql`d.id = ${id}`))[0];
  }

  /** @param teamIds those of another unit have none */
  async activity(
    actor: Actor,
    unitId: string,
    teamIds: readonly string[],
  ): Promise<RouteAnswer<typeof routes.teamActivity>> {
    await this.scope.require(actor, 'team.read', { unitId });
    const ids = teamIds.filter((id) => isId(id));
    const rows = await this.database.rows<{ teamId: string; open: number; last: Date | null }>(
      sql`with mine as materialized (
         select t.id from unnest(${ids}::uuid[]) as asked(id)
          cross join lateral (
                select n.id, n.unit_id from teams_at(${this.clock.today()}::date) n where n.id = asked.id offset 0) t
          where ${below(sql`t.unit_id`, unitId)})
       select mine.id as "teamId", work.open, greatest(work.last, reports.last) as last
         from mine
        cross join lateral (
              select count(*) filter (where state not in ('confirmed', 'cancelled'))::int as open,
                     max(greatest(accepted_at, submitted_at)) as last
                from tasks where team_id = mine.id) work
        cross join lateral (select max(recorded_at) as last from progress_entries where team_id = mine.id) reports`,
    );
    return rows.map(({ teamId, open, last }) => ({
      teamId,
      openTasks: open,
      lastActivityAt: last?.toISOString() ?? null,
    }));
  }

  private async difficultiesWhere(condition: Sql): Promise<Difficulty[]> {
    const rows = await this.database.rows<DifficultyRow>(
      sql`select d.id, d.kind, d.text, d.team_id as "teamId", coalesce(tm.name, '') as "teamName", d.task_id as "taskId",
              d.by_id as "byId", d.at, d.answer, d.answered_at as "answeredAt", d.answered_by as "answeredBy",
              d.owner_id as "ownerId", d.due_on::text as "dueOn", d.escalated_at as "escalatedAt", d.published_at as "publishedAt"
         from difficulties d left join teams_at(${this.clock.today()}::date) tm on tm.id = d.team_id
        where ${condition} order by d.at desc, d.id desc limit ${MOST}`,
    );
    const people = await this.membership.people(
      rows.flatMap((row) => [row.byId, row.answeredBy, row.ownerId]).filter((id) => id !== null),
    );
    const person = (id: string | null) => (id ? (people.get(id) ?? { id, fullName: '', position: null }) : null);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      text: row.text,
      team: { id: row.teamId, name: row.teamName },
      taskId: row.taskId,
      by: people.get(row.byId) ?? { id: row.byId, fullName: '', position: null },
      at: row.at.toISOString(),
      answer: row.answer,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      answeredBy: person(row.answeredBy),
      owner: person(row.ownerId),
      dueOn: row.dueOn,
      escalatedAt: row.escalatedAt?.toISOString() ?? null,
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
  }
}
