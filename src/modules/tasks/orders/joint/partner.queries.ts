import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, ofFew, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import type { Assignment } from '../order/assignment.entity.ts';
import { CompanyPosts } from './company-posts.ts';
import type { Task } from '../../work/task/task.entity.ts';
import type { PartnerReport } from './partner-report.entity.ts';

type Page = RouteAnswer<typeof routes.listJointTasks>;
type Partner = NonNullable<Page['items'][number]['partner']>;
interface TaskRow
  extends Pick<Task, 'id' | 'state' | 'dueOn' | 'target' | 'unitId'>,
    Pick<Assignment, 'title' | 'work' | 'indicator'> {
  teamId: string;
  teamName: string;
  reported: number;
}
const pages = pagesOf('jointTasks', z.tuple([z.iso.date(), z.uuid()]));

/** Joint tasks, and what the company has said of each. */
@Injectable()
export class PartnerQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly posts: CompanyPosts,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
  ) {}

  /** Of those that are joint work. The caller has checked the place. */
  async ofTasks(taskIds: readonly string[]): Promise<Map<string, Partner>> {
    const joint = await this.database.rows<{ taskId: string; providerId: string }>(
      ofFew(
        taskIds,
        sql`select t.id as "taskId", a.provider_id as "providerId" from tasks t join assignments a on a.id = t.assignment_id
        where t.id = any(${taskIds}::uuid[]) and a.provider_id is not null`,
      ),
    );
    if (joint.length === 0) return new Map();
    const reports = await this.database.rows<PartnerReport>(
      sql`select id, task_id as "taskId", value, happened_on::text as "happenedOn", note, link, by_id as "byId", at
        from partner_reports where task_id = any(${taskIds}::uuid[]) order by at, id`,
    );
    const [providers, people] = await Promise.all([
      this.organization.providers(joint.map(({ providerId }) => providerId)),
      this.membership.people(reports.map(({ byId }) => byId)),
    ]);
    return new Map(
      joint.map(({ taskId, providerId }) => {
        const own = reports.filter((one) => one.taskId === taskId);
        return [
          taskId,
          {
            provider: { id: providerId, name: providers.get(providerId)?.name ?? '' },
            reported: own.reduce((sum, { value }) => sum + value, 0),
            reports: own.map(({ id, value, happenedOn, note, link, byId, at }) => ({
              id,
              value,
              happenedOn,
              note,
              link,
              by: people.get(byId) ?? { id: byId, fullName: '', position: null },
              at: at.toISOString(),
            })),
          },
        ];
      }),
    );
  }

  /** Of the companies for which the actor works, in all their places: what is still open first by its day. */
  async list(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listJointTasks>): Promise<Page> {
    await this.scope.require(actor, 'task.partner', { unitId });
    const places = await this.posts.places(actor);
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const source = sql`from assignments a join tasks t on t.assignment_id = a.id and t.team_id is not null
      where a.provider_id = any(${places.map(({ providerId }) => providerId)}::uuid[]) and a.cancelled_at is null
        and exists (select 1 from unnest(${places.map(({ providerId }) => providerId)}::uuid[],
            ${places.map((place) => place.unitId)}::uuid[]) as k(provider_id, unit_id)
          join unit_closure c on c.ancestor_id = k.unit_id and c.descendant_id = t.unit_id where k.provider_id = a.provider_id)
        and t.state not in ('cancelled', 'declined') and (${query.all ?? false} or t.state <> 'confirmed')`;
    const [rows, count] = await Promise.all([
      this.database.rows<TaskRow>(
        sql`with page as materialized (
            select t.id, t.state, t.due_on, t.target, t.unit_id, t.team_id, a.title, a.work, a.indicator, a.indicator_code ${source}
               and ${after ? sql`(t.due_on, t.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
             order by t.due_on, t.id limit ${query.limit + 1})
          select p.id, p.state, p.due_on::text as "dueOn", p.target, p.unit_id as "unitId", p.team_id as "teamId", p.title, p.work,
                 p.indicator,
                 (select coalesce(sum(coalesce(l.confirmed_value, l.value)), 0)::int from counted_lines l
                   where l.task_id = p.id and l.indicator_code = p.indicator_code) as reported
            from page p order by p.due_on, p.id`,
      ),
      this.database.one<{ total: number }>(sql`select count(*)::int as total ${source}`),
    ]);
    const { items, nextCursor } = pages.cut(asked, rows, (row) => [row.dueOn, row.id]);
    const [partners, teams, units] = await Promise.all([
      this.ofTasks(items.map(({ id }) => id)),
      this.membership.teams(items.map(({ teamId }) => teamId)),
      this.organization.unitRefs(items.map((row) => row.unitId)),
    ]);
    return {
      items: items.map(({ unitId: placeId, teamId, ...row }) => ({
        id: row.id,
        title: row.title,
        work: row.work,
        state: row.state,
        dueOn: row.dueOn,
        target: row.target,
        indicator: row.indicator,
        reported: row.reported,
        team: { id: teamId, name: teams.get(teamId)?.name ?? '' },
        hamlet: units.get(placeId) ?? { id: placeId, kind: 'hamlet', name: '', fullName: '' },
        partner: partners.get(row.id) ?? null,
      })),
      total: count?.total ?? 0,
      nextCursor,
    };
  }

  async one(taskId: string): Promise<Partner | null> {
    return (await this.ofTasks([taskId])).get(taskId) ?? null;
  }
}
