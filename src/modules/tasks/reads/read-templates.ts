import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { TaskTemplate } from '../catalogue/task-template.entity.ts';

type Row = Omit<TaskTemplate, 'validity'>;

/** The catalogue as it is worded on a day. */
@Injectable()
export class ReadTemplates {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async read(at = this.clock.today()): Promise<RouteAnswer<typeof routes.listTemplates>> {
    const rows = await this.database.rows<Row>(
      sql`select code, title, title_en as "titleEn", section, pillar, indicators, evidence, suggestion, guide
        from task_templates where validity @> ${at}::date order by code`,
    );
    const indicators = await this.organization.indicators([...new Set(rows.flatMap((row) => row.indicators))], at);
    return rows.map(({ indicators: codes, ...row }) => ({
      ...row,
      indicators: codes.flatMap((code) => indicators.get(code) ?? []),
    }));
  }
}
