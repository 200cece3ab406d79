import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import { fullName } from '../unit.queries.ts';
import { Scope } from '../../scope.ts';
import { compareUnits } from './compare-units.ts';
import type { BorneName, Decision, Finding, ListPlan, StandingUnit } from './list-plan.ts';
import { HOLDINGS_NAMED } from '../unit-holdings.ts';
import { withOwnCode } from '../unit-codes.ts';
import { UnitImports } from './unit-imports.ts';
import { WriteUnitList } from './write-unit-list.ts';

type Input = RouteBody<typeof routes.importUnits>;
type Report = RouteAnswer<typeof routes.importUnits>;

const named = ({ file, known, code }: Finding): string => `${file ?? known?.fullName ?? ''} (${code ?? '–'})`;

/** Units of an official list, below one unit, from a day on: looked at first, then written as a whole or not at all. */
@Injectable()
export class ImportUnits {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly write: WriteUnitList,
    private readonly imports: UnitImports,
  ) {}

  async execute(actor: Actor, unitId: string, input: Input): Promise<Report> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    return withOwnCode(this.database, 'lines', () => this.import(actor, unitId, input));
  }

  private import(actor: Actor, unitId: string, input: Input): Promise<Report> {
    return this.database.tx(async (tx) => {
      // One list at a time: the second sees what the first wrote, and writes nothing twice.
      if (!input.dryRun) await takeTurn(tx, ['organization.unit-list']);
      const plan = await this.plan(tx, unitId, input);
      refuseWrong(plan);
      let importId: string | null = null;
      const open = plan.findings.filter(({ choice }) => choice === null);
      if (!input.dryRun) {
        if (open.length > 0)
          throw organizationErrors.listUnsettled({
            count: open.length,
            names: open.slice(0, HOLDINGS_NAMED).map(named).join(', '),
          });
        importId = await this.imports.writing(tx, unitId, plan, input, () =>
          this.write.execute(tx, actor, unitId, plan, input),
        );
      }
      return {
        importId,
        created: plan.created.length,
        changed: plan.changed.length,
        ended: plan.ended.length,
        unchanged: plan.unchanged,
        open: open.length,
        findings: plan.findings,
      };
    });
  }

  private async plan(tx: Tx, unitId: string, input: Input): Promise<ListPlan> {
    const standing = await this.standing(tx, unitId, input.from);
    const root = standing.find(({ id }) => id === unitId);
    if (!root) throw organizationErrors.unitNotFound({ path: 'from' });
    const { lines, kind, decisions, takeProposals } = input;
    const borne = await this.borne(tx, unitId);
    return compareUnits({ lines, kind, root, standing, borne, decisions, takeProposals, newId: v7 });
  }

  private standing(tx: Tx, unitId: string, from: string): Promise<StandingUnit[]> {
    return rowsOf(
      tx,
      sql`select v.unit_id as id, c.descendant_kind as kind, v.name, v.type, v.code, v.parent_id as "parentId",
          ${fullName} as "fullName"
         from unit_closure_at(${from}::date) c join unit_versions v on v.unit_id = c.descendant_id and v.validity @> ${from}::date
        where c.ancestor_id = ${unitId} order by v.code, v.unit_id`,
    );
  }

  /** Names of all days below the unit; what ended and what came later is told apart from what is new, too. */
  private borne(tx: Tx, unitId: string): Promise<BorneName[]> {
    return rowsOf(
      tx,
      sql`select distinct on (v.unit_id, v.name) v.unit_id as id, u.kind, v.name, v.code, ${fullName} as "fullName"
         from (select distinct descendant_id as id from unit_closure_spans where ancestor_id = ${unitId}) b
         join units u on u.id = b.id join unit_versions v on v.unit_id = b.id
        order by v.unit_id, v.name, lower(v.validity) desc`,
    );
  }
}

function refuseWrong({ wrong, findings }: ListPlan): void {
  const [first]: Decision[] = wrong;
  if (!first) return;
  const finding = findings.find(({ key }) => key === first.key);
  throw organizationErrors.listChoice({ path: 'decisions', name: finding ? named(finding) : first.key });
}
