import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { endedBy, OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { allowanceErrors } from '../reporting.errors.ts';
import { allowanceRuleSet } from '../reporting.events.ts';
import type { AllowanceRule } from './allowance-rule.entity.ts';

type View = RouteAnswer<typeof routes.setAllowanceRule>;
type Input = RouteBody<typeof routes.setAllowanceRule>;
type RuleRow = Pick<AllowanceRule, 'id' | 'unitId' | 'basis' | 'amount' | 'directiveId'> & Pick<View, 'from' | 'until'>;

const columns = sql`r.id, r.unit_id as "unitId", r.basis, r.amount, r.directive_id as "directiveId",
  lower(r.validity)::text as "from", upper(r.validity)::text as until`;

/** What provinces pay their teams: dated, each by a resolution. One rule holds on a day; the next one ends it. */
@Injectable()
export class AllowanceRules {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The latest first: of the unit's province, or of all provinces below. */
  async list(actor: Actor, unitId: string): Promise<View[]> {
    await this.scope.require(actor, 'report.read', { unitId });
    return this.views(
      await this.database.rows<RuleRow>(
        sql`select ${columns} from allowance_rules r where exists (select 1 from unit_closure c
            where (c.ancestor_id, c.descendant_id) in ((r.unit_id, ${unitId}), (${unitId}, r.unit_id)))
          order by lower(r.validity) desc, r.id`,
      ),
    );
  }

  /** Of the unit's province, those that hold on some day of the two or between, by their days. */
  async of(unitId: string, from: string, to: string): Promise<View[]> {
    return this.views(
      await this.database.rows<RuleRow>(
        sql`select ${columns} from allowance_rules r join unit_closure c on c.ancestor_id = r.unit_id and c.descendant_id = ${unitId}
          where r.validity && daterange(${from}::date, ${to}::date, '[]') order by lower(r.validity)`,
      ),
    );
  }

  /** @throws allowance.notProvince, allowance.directiveUnknown */
  async set(actor: Actor, unitId: string, input: Input): Promise<View> {
    await this.scope.require(actor, 'allowance.manage', { unitId });
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.notFound();
    if (unit.kind !== 'province') throw allowanceErrors.notProvince();
    if (!(await this.organization.bindsUnit(input.directiveId, unitId, this.clock.today())))
      throw allowanceErrors.directiveUnknown({ path: 'directiveId' });
    const row = await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      const written = (await this.correct(tx, unitId, input)) ?? (await this.begin(tx, unitId, input));
      const { basis, amount, from } = input;
      await this.outbox.append(tx, allowanceRuleSet({ unitId }, { unitId, changes: { basis, amount, from } }), actor);
      return written;
    });
    return (await this.views([row]))[0] as View;
  }

  /** The one that begins on the same day was written wrongly. */
  private async correct(tx: Tx, unitId: string, { basis, amount, from, directiveId }: Input) {
    const [row] = await rowsOf<RuleRow>(
      tx,
      sql`update allowance_rules r set basis = ${basis}, amount = ${amount}, directive_id = ${directiveId}
        where r.unit_id = ${unitId} and lower(r.validity) = ${from}::date returning ${columns}`,
    );
    return row;
  }

  private async begin(tx: Tx, unitId: string, { basis, amount, from, directiveId }: Input): Promise<RuleRow> {
    await execute(tx, sql`update allowance_rules ${endedBy(unitId, from)}`);
    const [row] = await rowsOf<RuleRow>(
      tx,
      sql`insert into allowance_rules as r (id, unit_id, basis, amount, directive_id, validity)
        values (${v7()}, ${unitId}, ${basis}, ${amount}, ${directiveId}, daterange(${from}::date, (
          select min(lower(n.validity)) from allowance_rules n where n.unit_id = ${unitId} and lower(n.validity) > ${from}::date)))
        returning ${columns}`,
    );
    return row as RuleRow;
  }

  private async views(rows: readonly RuleRow[]): Promise<View[]> {
    const [units, directives] = await Promise.all([
      this.organization.unitRefs(rows.map(({ unitId }) => unitId)),
      this.organization.directives([...new Set(rows.map(({ directiveId }) => directiveId))]),
    ]);
    return rows.flatMap(({ unitId, directiveId, ...rule }) => {
      const unit = units.get(unitId);
      return unit ? [{ ...rule, unit, citation: directives.get(directiveId)?.citation ?? '' }] : [];
    });
  }
}
