import { Injectable } from '@nestjs/common';
import { splitTarget } from '#contracts/tasks/targets';
import { HandoversApi, membershipSql } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Assignment } from '../order/assignment.entity.ts';
import { type OrderReferences, OrderReferenceQueries } from '../order/order-reference.queries.ts';
import type { OrderTask } from '../order/order-writer.ts';

export type LastOrder = Pick<
  Assignment,
  | 'id'
  | 'templateCode'
  | 'title'
  | 'work'
  | 'indicatorCode'
  | 'dueOn'
  | 'directiveId'
  | 'evidence'
  | 'asks'
  | 'minimumCodes'
  | 'providerId'
  | 'priority'
  | 'issuedBy'
  | 'issuedAt'
>;
type Asked = Pick<OrderTask, 'teamId' | 'target'>;
/** The newest order that was not cancelled; and whether one was cancelled after the series was begun. */
export type SeriesStand = LastOrder & { isCancelled: boolean };

/** What the next order of a series is made from: the last one, as far as it still holds today. */
@Injectable()
export class SeriesOrders {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly references: OrderReferenceQueries,
    private readonly handovers: HandoversApi,
    private readonly clock: Clock,
  ) {}

  /** Undefined when all its orders were cancelled. */
  last(seriesId: string, setAt: Date): Promise<SeriesStand | undefined> {
    return this.database.one<SeriesStand>(
      sql`select id, template_code as "templateCode", title, work, indicator_code as "indicatorCode", due_on as "dueOn",
          directive_id as "directiveId", evidence, asks, minimum_codes as "minimumCodes", provider_id as "providerId", priority,
          issued_by as "issuedBy", issued_at as "issuedAt", coalesce((select n.cancelled_at > ${setAt} from assignments n
            where n.series_id = ${seriesId} order by n.issued_at desc, n.id desc limit 1), false) as "isCancelled"
        from assignments where series_id = ${seriesId} and cancelled_at is null order by issued_at desc, id desc limit 1`,
    );
  }

  /** Whoever has the post today by which the last one was issued. */
  async issuerOf(unitId: string, { issuedBy: personId }: LastOrder): Promise<string> {
    const held = { personId, unitId };
    return (await this.handovers.holderOf([held]))(held) ?? personId;
  }

  /** Undefined when template, indicator or directive no longer hold. */
  async referencesOf(unitId: string, last: LastOrder): Promise<OrderReferences | undefined> {
    const { found, problems } = await this.references.read({
      unitId,
      templateCode: last.templateCode,
      indicatorCode: last.indicatorCode,
      directiveId: last.directiveId,
    });
    return problems.length === 0 ? found : undefined;
  }

  /**
   * Teams of the last order that are active and still below the unit; a released team stays out. Targets are those of
   * the last order that was not cut to what the OCOP register missed: when there is more to do again, more is asked for. Where
   * teams have become one since, theirs are added up; where one has become two, its own is shared out by households.
   */
  async tasks(unitId: string, seriesId: string): Promise<{ tasks: OrderTask[]; gone: number }> {
    const before = await this.database.rows<Asked>(
      sql`with whole as (select id, issued_at from assignments where series_id = ${seriesId} and not capped
          and cancelled_at is null order by issued_at desc, id desc limit 1)
       select coalesce(m.merged_into_id, t.team_id) as "teamId", sum(t.target)::int as target
         from tasks t join whole w on w.id = t.assignment_id join ${membershipSql.teams} m on m.id = t.team_id
        where t.team_id is not null and t.state <> 'cancelled' and not exists (
              select 1 from assignments a join tasks r on r.assignment_id = a.id
               where a.series_id = ${seriesId} and a.cancelled_at is null and a.issued_at > w.issued_at
                 and r.team_id = t.team_id and r.state = 'cancelled' and r.parent_task_id is null)
        group by 1 order by min(t.id::text)`,
    );
    const asked = await this.shared(before);
    const teams = await this.references.teams(
      unitId,
      asked.map((row) => row.teamId),
    );
    const tasks = asked.flatMap(({ teamId, target }) => {
      const team = teams.get(teamId);
      return team?.inside && team.status === 'active'
        ? [{ teamId, unitId: team.unitId, communeId: team.communeId, target }]
        : [];
    });
    return { tasks, gone: asked.length - tasks.length };
  }

  /** What was asked of a team is asked of its halves, by the households of their hamlets. */
  private async shared(before: readonly Asked[]): Promise<Asked[]> {
    const halves = await this.database.rows<{ id: string; unitId: string; earlierId: string }>(
      sql`select t.id, t.unit_id as "unitId", t.split_from_id as "earlierId" from ${membershipSql.teams} t
        where t.split_from_id = any(${before.map(({ teamId }) => teamId)}::uuid[]) order by t.id`,
    );
    if (halves.length === 0) return [...before];
    const households = await this.organization.households(halves.map(({ unitId }) => unitId));
    return before.flatMap((row) => {
      const own = halves.filter(({ earlierId }) => earlierId === row.teamId);
      if (own.length === 0) return [row];
      const weights = own.map(({ id, unitId }) => ({ teamId: id, weight: households.get(unitId) ?? 0 }));
      return [...splitTarget(row.target, weights)].flatMap(([teamId, target]) =>
        target > 0 ? [{ teamId, target }] : [],
      );
    });
  }

  /** Active teams below the unit that no order of the series ever went to, by name of their hamlet. */
  async newTeams(unitId: string, seriesId: string): Promise<Omit<OrderTask, 'target'>[]> {
    const rows = await this.database.rows<Omit<OrderTask, 'target'>>(
      sql`with asked as materialized (
         select distinct r.team_id from assignments a join tasks r on r.assignment_id = a.id where a.series_id = ${seriesId}),
       reached as materialized (
         select team_id from asked union
         select m.merged_into_id from asked s join ${membershipSql.teams} m on m.id = s.team_id where m.merged_into_id is not null
         union
         select h.id from asked s join ${membershipSql.teams} h on h.split_from_id = s.team_id)
       select t.id as "teamId", t.unit_id as "unitId", coalesce(t.commune_id, t.unit_id) as "communeId"
         from unit_closure c join teams_at(${this.clock.today()}) t on t.unit_id = c.descendant_id
        where c.ancestor_id = ${unitId} and t.status = 'active' and not exists (select 1 from reached g where g.team_id = t.id)`,
    );
    const units = await this.organization.unitRefs(rows.map((row) => row.unitId));
    const nameOf = (row: { unitId: string }) => units.get(row.unitId)?.name ?? '';
    return rows.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'vi', { numeric: true }));
  }
}
