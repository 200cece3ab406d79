import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { OrganizationApi, OwnIndicators, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { TaskTemplate } from './task-template.entity.ts';

type Row = Pick<
  TaskTemplate,
  | 'code'
  | 'title'
  | 'titleEn'
  | 'pillar'
  | 'indicators'
  | 'evidence'
  | 'suggestion'
  | 'guide'
  | 'unitId'
  | 'directiveId'
> & { from: string; until: string | null };

/** What a unit is offered of the catalogue and of its own, on all days; and whom a change would reach. */
@Injectable()
export class ReadCatalogue {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly indicators: OwnIndicators,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.unitCatalogue>> {
    await this.scope.require(actor, 'rule.own', { unitId });
    const isTop = await this.scope.mayAtTop(actor, 'rule.manage');
    const rows = await this.templates(unitId);
    const indicators = await this.indicators.list();
    const directives = await this.organization.directives([
      ...new Set([...rows, ...indicators].flatMap(({ directiveId }) => directiveId ?? [])),
    ]);
    const units = await this.organization.unitRefs(rows.flatMap((row) => row.unitId ?? []));
    const directiveOf = (id: string | null) => {
      const found = id ? directives.get(id) : undefined;
      return found ? { id: found.id, citation: found.citation } : null;
    };
    return {
      templates: rows.map(({ unitId: ownerId, directiveId, ...row }) => ({
        ...row,
        unit: (ownerId && units.get(ownerId)) || null,
        directive: directiveOf(directiveId),
        mayEnd: ownerId === null ? isTop : ownerId === unitId,
      })),
      indicators: indicators.map(({ directiveId, ...row }) => ({
        ...row,
        directive: directiveOf(directiveId),
        mayEnd: isTop && directiveId !== null,
      })),
      mayAdd: { templates: true, indicators: isTop },
    };
  }

  async preview(
    actor: Actor,
    unitId: string,
    { code: asked }: RouteBody<typeof routes.previewCatalogue>,
  ): Promise<RouteAnswer<typeof routes.previewCatalogue>> {
    await this.scope.require(actor, 'rule.own', { unitId });
    const today = this.clock.today();
    const code = asked ?? null;
    const row = await this.database.one<Record<'issuers' | 'teams' | 'openTasks' | 'series' | 'templates', number>>(
      sql`with places as materialized (
         select c.descendant_id as id, c.descendant_kind as kind from unit_closure_at(${today}::date) c where c.ancestor_id = ${unitId}),
       orders as materialized (
         select a.id from places p join assignments a on a.issuer_unit_id = p.id
          where p.kind <> 'hamlet' and a.cancelled_at is null and (a.template_code = ${code}::text or a.indicator_code = ${code}::text))
       select (select count(*)::int from places where kind <> 'hamlet') as issuers,
         (select coalesce(sum(t.n), 0)::int from places p cross join lateral (
            select count(*) as n from teams_at(${today}::date) t where t.unit_id = p.id and t.status = 'active' offset 0) t) as teams,
         (select coalesce(sum(t.n), 0)::int from orders o cross join lateral (
            select count(*) as n from tasks where assignment_id = o.id and state not in ('confirmed', 'cancelled') offset 0) t)
           as "openTasks",
         (select count(*)::int from orders o join assignment_schedules s on s.series_id = o.id where s.ended_at is null) as series,
         (select count(*)::int from task_templates m where ${code}::text = any(m.indicators) and m.validity @> ${today}::date) as templates`,
    );
    const none = { issuers: 0, teams: 0, openTasks: 0, series: 0, templates: 0 };
    return { at: this.clock.now().toISOString(), ...(row ?? none) };
  }

  private templates(unitId: string): Promise<Row[]> {
    return this.database.rows(
      sql`select code, title, title_en as "titleEn", pillar, indicators, evidence, suggestion, guide, unit_id as "unitId", directive_id as "directiveId",
         lower(validity)::text as from, upper(validity)::text as until from task_templates m
        where m.unit_id is null or m.unit_id in (select ancestor_id from unit_closure where descendant_id = ${unitId})
        order by m.unit_id is not null desc, code, validity limit 500`,
    );
  }
}
