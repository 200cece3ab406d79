import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { CatalogueDays, OrganizationApi, rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, execute, rowsOf, sql, takeTurn } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { assignmentErrors } from '../../tasks.errors.ts';
import { templateAdded, templateEnded } from '../../tasks.events.ts';
import { TaskTemplate } from './task-template.entity.ts';

/** Of what units add themselves. */
const CODES = 'VR';

/** Kinds of work that a unit adds for itself and all below, and the end of one: old work keeps it. */
@Injectable()
export class OwnTemplates {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly days: CatalogueDays,
    private readonly outbox: Outbox,
  ) {}

  /** @throws assignment.indicatorUnknown, and what speaks against its days or its directive */
  async add(actor: Actor, unitId: string, input: RouteBody<typeof routes.addTemplate>): Promise<{ code: string }> {
    await this.scope.require(actor, 'rule.own', { unitId });
    const { title, pillar, indicators, evidence, suggestion, guide, from, lastDay, directiveId } = input;
    await this.days.begin(unitId, input);
    const known = await this.organization.indicators(indicators, from);
    const unknown = indicators.find((code) => (known.get(code)?.aggregation ?? 'ratio') === 'ratio');
    if (unknown) throw assignmentErrors.indicatorUnknown({ path: 'indicators', code: unknown });
    return this.database.tx(async (tx) => {
      await takeTurn(tx, ['catalogue']);
      const [counted] = await rowsOf<{ n: number }>(
        tx,
        sql`select count(distinct code)::int as n from task_templates where unit_id is not null`,
      );
      const code = `${CODES}${String((counted?.n ?? 0) + 1).padStart(2, '0')}`;
      await tx.insert(TaskTemplate, {
        code,
        title,
        titleEn: title,
        section: '',
        pillar,
        suggestion,
        guide,
        unitId,
        directiveId,
        indicators,
        evidence,
        validity: rangeText(from, lastDay ? addDays(lastDay, 1) : null),
      });
      await this.outbox.append(tx, templateAdded({ unitId, code }, { unitId, changes: { from } }), actor);
      return { code };
    });
  }

  /** One of the catalogue ends for the whole installation, so only the administrator at the top does it. @throws assignment.templateUnknown */
  async end(actor: Actor, unitId: string, { code, lastDay }: RouteBody<typeof routes.endTemplate>): Promise<void> {
    await this.scope.require(actor, 'rule.own', { unitId });
    await this.database.tx(async (tx) => {
      await takeTurn(tx, ['catalogue']);
      const [row] = await rowsOf<{ from: string; until: string | null; unitId: string | null }>(
        tx,
        sql`select lower(validity)::text as from, upper(validity)::text as until, unit_id as "unitId" from task_templates
          where code = ${code} and (unit_id is null or unit_id = ${unitId}) order by validity desc limit 1`,
      );
      if (!row) throw assignmentErrors.templateUnknown({ path: 'code', code });
      if (row.unitId === null) await this.scope.requireAtTop(actor, 'rule.manage');
      this.days.end(row, lastDay);
      await execute(
        tx,
        sql`update task_templates set validity = daterange(lower(validity), ${addDays(lastDay, 1)}::date)
          where code = ${code} and lower(validity) = ${row.from}::date`,
      );
      await this.outbox.append(tx, templateEnded({ unitId, code }, { unitId, changes: { lastDay } }), actor);
    });
  }
}
