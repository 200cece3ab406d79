import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, sqlState, takeTurn, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { unitImportTakenBack } from '../../organization.events.ts';
import { Scope } from '../../scope.ts';
import { withOwnCode } from '../unit-codes.ts';
import { UnitImport } from '../unit.entity.ts';
import { UnitTree } from '../unit-tree.ts';
import { type Before, UnitImports } from './unit-imports.ts';

type Known = Pick<
  UnitImport,
  'unitId' | 'createdIds' | 'changedIds' | 'endedIds' | 'fromOn' | 'after' | 'takenBackAt'
> & {
  before: Before;
};

/** Puts the tree back as it was before a list, as long as nobody has changed its units and nothing rests on the new ones. */
@Injectable()
export class TakeBackImport {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly imports: UnitImports,
    private readonly tree: UnitTree,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.importNotFound, importTakenBack, importChanged, importInUse */
  async execute(
    actor: Actor,
    unitId: string,
    importId: string,
  ): Promise<RouteAnswer<typeof routes.takeBackUnitImport>> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    try {
      return await withOwnCode(this.database, 'importId', () =>
        this.database.tx((tx) => this.takeBack(tx, actor, unitId, importId)),
      );
    } catch (error) {
      if (violation(error)?.state === sqlState.foreignKey)
        throw organizationErrors.importInUse({ what: tableOf(error) });
      throw error;
    }
  }

  private async takeBack(tx: Tx, actor: Actor, unitId: string, importId: string) {
    await takeTurn(tx, ['organization.unit-list']);
    const known = await this.lock(tx, unitId, importId);
    const { createdIds, changedIds, endedIds, before } = known;
    if ((await this.imports.digest(tx, [...createdIds, ...changedIds])) !== known.after)
      throw organizationErrors.importChanged();
    await this.restore(tx, before, changedIds);
    await execute(
      tx,
      sql`delete from unit_successors where from_unit_id = any(${endedIds}::uuid[]) and on_date = ${known.fromOn}::date`,
    );
    await this.tree.place(tx, changedIds);
    await this.remove(tx, createdIds);
    await tx.update(UnitImport, { id: importId }, { takenBackAt: this.clock.now() });
    const changes = { importId, created: createdIds.length, changed: changedIds.length, from: known.fromOn };
    await this.outbox.append(tx, unitImportTakenBack({ unitId }, { unitId, changes }), actor);
    return { removed: createdIds.length, restored: changedIds.length };
  }

  private async lock(tx: Tx, unitId: string, importId: string): Promise<Known> {
    const [known] = await rowsOf<Known>(
      tx,
      sql`select unit_id as "unitId", created_ids as "createdIds", changed_ids as "changedIds", ended_ids as "endedIds",
          from_on::text as "fromOn", before, after, taken_back_at as "takenBackAt"
         from unit_imports where id = ${importId} and unit_id = ${unitId} for update`,
    );
    if (!known) throw organizationErrors.importNotFound();
    if (known.takenBackAt) throw organizationErrors.importTakenBack();
    return known;
  }

  private async restore(tx: Tx, { versions, units }: Before, ids: readonly string[]): Promise<void> {
    await execute(tx, sql`delete from unit_versions where unit_id = any(${ids}::uuid[])`);
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity, basis)
        select b.id, b.unit_id, b.name, b.type, b.code, b.parent_id, b.validity, b.basis
          from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as b(id uuid, unit_id uuid, name text, type text, code text,
            parent_id uuid, validity daterange, basis text)`,
    );
    await execute(
      tx,
      sql`update units u set validity = b.validity
        from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as b(id uuid, validity daterange) where u.id = b.id`,
    );
  }

  /** What was entered about them stays in the log; whatever rests on one of them stops it. */
  private async remove(tx: Tx, ids: readonly string[]): Promise<void> {
    await execute(
      tx,
      sql`delete from unit_closure_spans where ancestor_id = any(${ids}::uuid[]) or descendant_id = any(${ids}::uuid[])`,
    );
    await execute(
      tx,
      sql`delete from unit_closure where ancestor_id = any(${ids}::uuid[]) or descendant_id = any(${ids}::uuid[])`,
    );
    await execute(tx, sql`delete from unit_versions where unit_id = any(${ids}::uuid[])`);
    await execute(tx, sql`delete from units where id = any(${ids}::uuid[])`);
  }
}

/** The table whose rows stand in the way, as the database names it. */
function tableOf(error: unknown): string {
  return (error as { driverError?: { table?: string } }).driverError?.table ?? '';
}
