import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { TaskTemplate } from '../catalogue/task-template.entity.ts';

type Row = Omit<TaskTemplate, 'validity' | 'unitId' | 'directiveId'>;

/** The catalogue as it is worded on a day, before it what the reader's unit or one above has added. */
@Injectable()
export class ReadTemplates {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async read(
    { posts }: Pick<Actor, 'posts'>,
    at = this.clock.today(),
  ): Promise<RouteAnswer<typeof routes.listTemplates>> {
    const places = posts.map(({ unitId }) => unitId);
    const rows = await this.database.rows<Row>(
      sql`select code, title, title_en as "titleEn", section, pillar, indicators, evidence, suggestion, guide
        from task_templates m where validity @> ${at}::date and (m.unit_id is null or exists (
          select 1 from unit_closure c where c.ancestor_id = m.unit_id and c.descendant_id = any(${places})))
        order by m.unit_id is null, code`,
    );
    const indicators = await this.organization.indicators([...new Set(rows.flatMap((row) => row.indicators))], at);
    return rows.map(({ indicators: codes, ...row }) => ({
      ...row,
      indicators: codes.flatMap((code) => indicators.get(code) ?? []),
    }));
  }
}
