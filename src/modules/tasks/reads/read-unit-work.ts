import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { DifficultyKind } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

type Difficulty = RouteAnswer<typeof routes.reportDifficulty>;

interface DifficultyRow {
  id: string;
  kind: DifficultyKind;
  text: string;
  team_id: string;
  team_name: string;
  task_id: string | null;
  by_id: string;
  at: Date;
  answer: string | null;
  answered_at: Date | null;
  answered_by: string | null;
  owner_id: string | null;
  due_on: string | null;
  escalated_at: Date | null;
  published_at: Date | null;
}

const MOST = 500;
const below = (alias: string) =>
  `exists (select 1 from unit_closure c where c.descendant_id = ${alias}.unit_id and c.ancestor_id = $1)`;

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
    return this.difficultiesWhere(`${below('d')} and ($3::uuid[] is null or d.team_id = any($3))`, [
      unitId,
      this.clock.today(),
      own ? teamIds : null,
    ]);
  }

  /** What was answered and published in the unit's district; without one, in its province. */
  async knowHow(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.listKnowHow>> {
    const own = actor.posts.find((post) => post.teamId !== null && post.unitId === unitId);
    await this.scope.require(actor, 'difficulty.read', { unitId, ...(own?.teamId && { teamId: own.teamId }) });
    const rows = await this.database.rows<{
      id: string;
      kind: DifficultyKind;
      text: string;
      answer: string;
      answered_at: Date;
    }>(
      sql`select d.id, d.kind, d.text, d.answer, d.answered_at from difficulties d
        where d.published_at is not null and exists (select 1 from unit_closure c where c.descendant_id = d.commune_id
          and c.ancestor_id = (
          select u.ancestor_id from unit_closure u where u.descendant_id = ${unitId}
            and u.ancestor_kind in ('district', 'province') order by u.depth limit 1))
        order by d.answered_at desc limit ${MOST}`,
    );
    return rows.map(({ id, kind, text, answer, answered_at: at }) => ({
      id,
      kind,
      text,
      answer,
      answeredAt: at.toISOString(),
    }));
  }

  async difficulty(id: string): Promise<Difficulty | undefined> {
    return (await this.difficultiesWhere('d.id = $1', [id, this.clock.today()]))[0];
  }

  async activity(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.teamActivity>> {
    await this.scope.require(actor, 'team.read', { unitId });
    const rows = await this.database.rows<{ team_id: string; open: number; last: Date | null }>(
      `with mine as materialized (select tm.id from teams_at($2::date) tm where ${below('tm')}),
            work as (
              select t.team_id, count(*) filter (where t.state not in ('confirmed', 'cancelled'))::int as open, max(greatest(t.accepted_at, t.submitted_at)) as last
                from tasks t where t.team_id in (select id from mine) group by t.team_id),
            reports as (select e.team_id, max(e.recorded_at) as last from progress_entries e where e.team_id in (select id from mine) group by e.team_id)
       select mine.id as team_id, coalesce(work.open, 0) as open, greatest(work.last, reports.last) as last
         from mine left join work on work.team_id = mine.id left join reports on reports.team_id = mine.id`,
      [unitId, this.clock.today()],
    );
    return rows.map(({ team_id, open, last }) => ({
      teamId: team_id,
      openTasks: open,
      lastActivityAt: last?.toISOString() ?? null,
    }));
  }

  private async difficultiesWhere(condition: string, parameters: unknown[]): Promise<Difficulty[]> {
    const rows = await this.database.rows<DifficultyRow>(
      `select d.id, d.kind, d.text, d.team_id, coalesce(tm.name, '') as team_name, d.task_id, d.by_id, d.at, d.answer, d.answered_at, d.answered_by, d.owner_id, d.due_on::text as due_on, d.escalated_at, d.published_at
         from difficulties d left join teams_at($2::date) tm on tm.id = d.team_id where ${condition} order by d.at desc, d.id desc limit ${MOST}`,
      parameters,
    );
    const people = await this.membership.people(
      rows.flatMap((row) => [row.by_id, row.answered_by, row.owner_id]).filter((id) => id !== null),
    );
    const person = (id: string | null) => (id ? (people.get(id) ?? { id, fullName: '', position: null }) : null);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      text: row.text,
      team: { id: row.team_id, name: row.team_name },
      taskId: row.task_id,
      by: people.get(row.by_id) ?? { id: row.by_id, fullName: '', position: null },
      at: row.at.toISOString(),
      answer: row.answer,
      answeredAt: row.answered_at?.toISOString() ?? null,
      answeredBy: person(row.answered_by),
      owner: person(row.owner_id),
      dueOn: row.due_on,
      escalatedAt: row.escalated_at?.toISOString() ?? null,
      publishedAt: row.published_at?.toISOString() ?? null,
    }));
  }
}
