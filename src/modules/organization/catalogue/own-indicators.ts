import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Database, execute, rowsOf, sql, takeTurn } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ruleErrors } from '../organization.errors.ts';
import { indicatorAdded, indicatorEnded } from '../organization.events.ts';
import { CatalogueDays } from './catalogue-days.ts';
import { Scope } from '../scope.ts';
import { rangeText } from '../units/validity.ts';
import { Indicator } from '../references/indicator.entity.ts';

/** Of what an installation adds itself. */
const CODES = 'CR';

/** Counts that an installation adds: they are added up over all of it, so the administrator at the top says which. */
@Injectable()
export class OwnIndicators {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly days: CatalogueDays,
    private readonly outbox: Outbox,
  ) {}

  /** @throws what speaks against its days or its directive */
  async add(actor: Actor, unitId: string, input: RouteBody<typeof routes.addIndicator>): Promise<{ code: string }> {
    await this.scope.require(actor, 'rule.manage', { unitId });
    await this.scope.requireAtTop(actor, 'rule.manage');
    const { name, unit, pillar, from, lastDay, directiveId } = input;
    await this.days.begin(unitId, input);
    return this.database.tx(async (tx) => {
      await takeTurn(tx, ['catalogue']);
      const [counted] = await rowsOf<{ n: number }>(
        tx,
        sql`select count(distinct code)::int as n from indicators where directive_id is not null`,
      );
      const code = `${CODES}${String((counted?.n ?? 0) + 1).padStart(2, '0')}`;
      await tx.insert(Indicator, {
        code,
        name,
        nameEn: name,
        unit,
        unitEn: unit,
        pillar,
        directiveId,
        aggregation: 'sum',
        dimensions: [],
        typed: false,
        validity: rangeText(from, lastDay ? addDays(lastDay, 1) : null),
      });
      await this.outbox.append(tx, indicatorAdded({ unitId, code }, { unitId, changes: { from } }), actor);
      return { code };
    });
  }

  /** @throws rules.notFound for one of the catalogue, and what speaks against the day */
  async end(actor: Actor, unitId: string, { code, lastDay }: RouteBody<typeof routes.endIndicator>): Promise<void> {
    await this.scope.require(actor, 'rule.manage', { unitId });
    await this.scope.requireAtTop(actor, 'rule.manage');
    await this.database.tx(async (tx) => {
      await takeTurn(tx, ['catalogue']);
      const [row] = await rowsOf<{ from: string; until: string | null }>(
        tx,
        sql`select lower(validity)::text as from, upper(validity)::text as until from indicators
          where code = ${code} and directive_id is not null order by validity desc limit 1`,
      );
      if (!row) throw ruleErrors.notFound();
      this.days.end(row, lastDay);
      await execute(
        tx,
        sql`update indicators set validity = daterange(lower(validity), ${addDays(lastDay, 1)}::date)
          where code = ${code} and lower(validity) = ${row.from}::date`,
      );
      await this.outbox.append(tx, indicatorEnded({ unitId, code }, { unitId, changes: { lastDay } }), actor);
    });
  }

  /** Of all days, without those that are reckoned of others. */
  list() {
    return this.database.rows<
      Pick<Indicator, 'code' | 'name' | 'nameEn' | 'unit' | 'pillar' | 'directiveId'> & {
        from: string;
        until: string | null;
      }
    >(
      sql`select code, name, name_en as "nameEn", unit, pillar, lower(validity)::text as from, upper(validity)::text as until,
         directive_id as "directiveId" from indicators where aggregation <> 'ratio' order by code, validity limit 500`,
    );
  }
}
