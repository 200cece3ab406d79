import { Injectable } from '@nestjs/common';
import type { EvidenceKind, Pillar } from '#contracts/enums';
import { listedProducts } from '#contracts/organization/ocop';
import { canBeAsked, type Dimension, isAmount, LINK_EACH } from '#contracts/tasks/breakdown';
import { marketplacesOf, PRODUCT_EACH } from '#contracts/tasks/named-products';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { ProblemDetail } from '#platform/http';
import { OriginOfOrder } from './origin-of-order.ts';
import { assignmentErrors } from '../../tasks.errors.ts';
import type { IndicatorWords } from './assignment.entity.ts';
import type { TeamFacts } from './order-check.ts';

export interface OrderReferences {
  pillar: Pillar;
  indicator: IndicatorWords;
}
export interface TargetTeam extends TeamFacts {
  unitId: string;
  communeId: string;
}

function askProblems(asks: readonly string[], code: string, dimensions: readonly Dimension[]): ProblemDetail[] {
  const known = new Set(dimensions.filter(canBeAsked).map(({ key }) => key));
  if (code === listedProducts && marketplacesOf(dimensions).length > 0) known.add(PRODUCT_EACH);
  return asks.flatMap((ask, index) =>
    isAmount(ask) || ask === LINK_EACH || known.has(ask)
      ? []
      : assignmentErrors.askUnknown({ path: `asks.${index}`, ask }).details,
  );
}

/** What an order points at, checked at the day of issue: template, indicator, directive, teams. */
@Injectable()
export class OrderReferenceQueries {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
    private readonly origins: OriginOfOrder,
  ) {}

  async read(order: {
    unitId: string;
    templateCode: string;
    indicatorCode: string;
    directiveId: string;
    asks?: readonly string[];
    providerId?: string | undefined;
    originId?: string | undefined;
  }): Promise<{ found?: OrderReferences; problems: ProblemDetail[] }> {
    const template = await this.template(order.templateCode, order.unitId);
    const indicator = (await this.organization.indicators([order.indicatorCode])).get(order.indicatorCode);
    const problems: ProblemDetail[] = [];
    if (!template)
      problems.push(...assignmentErrors.templateUnknown({ path: 'templateCode', code: order.templateCode }).details);
    else if (!indicator || !template.indicators.includes(order.indicatorCode))
      problems.push(...assignmentErrors.indicatorUnknown({ path: 'indicatorCode', code: order.indicatorCode }).details);
    if (!(await this.organization.bindsUnit(order.directiveId, order.unitId)))
      problems.push(...assignmentErrors.directiveNotValid({ path: 'directiveId' }).details);
    problems.push(...(await this.origins.problems(order)));
    const { providerId } = order;
    if (providerId && !(await this.covers(providerId, order.unitId)))
      problems.push(...assignmentErrors.partnerElsewhere({ path: 'providerId' }).details);
    if (!template || !indicator) return { problems };
    problems.push(...askProblems(order.asks ?? [], indicator.code, indicator.dimensions));
    const { code, name, nameEn, unit, unitEn } = indicator;
    return { found: { pillar: template.pillar, indicator: { code, name, nameEn, unit, unitEn } }, problems };
  }

  /** Teams of today with their place; a team that is not below the unit is not inside. */
  async teams(unitId: string, teamIds: readonly string[]): Promise<Map<string, TargetTeam>> {
    const rows = await this.database.rows<TargetTeam>(
      sql`select t.id as "teamId", t.unit_id as "unitId", coalesce(t.commune_id, t.unit_id) as "communeId", t.status,
        c.ancestor_id is not null as inside
         from teams_at(${this.clock.today()}) t join unnest(${teamIds}::uuid[]) as wanted(id) on wanted.id = t.id
         left join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = ${unitId}`,
    );
    return new Map(rows.map((row) => [row.teamId, row]));
  }

  /** In the unit or in a part of it. */
  private async covers(providerId: string, unitId: string): Promise<boolean> {
    return (await this.organization.coveringProviders([providerId], unitId, { inParts: true })).length > 0;
  }

  private template(
    code: string,
    unitId: string,
  ): Promise<{ pillar: Pillar; indicators: string[]; evidence: EvidenceKind[] } | undefined> {
    return this.database.one(
      sql`select pillar, indicators, evidence from task_templates m
        where code = ${code} and validity @> ${this.clock.today()}::date and (m.unit_id is null or exists (
          select 1 from unit_closure c where c.ancestor_id = m.unit_id and c.descendant_id = ${unitId}))`,
    );
  }
}
