import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { TextEncoding, UnitKind } from '#contracts/enums';
import { FileError, interpretFile, moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { fileProblem } from '../file-problem.ts';
import type { InterpretedUnits } from './interpret-units.ts';
import { organizationErrors } from '../organization.errors.ts';
import { unitsImported } from '../organization.events.ts';
import { Scope } from '../scope.ts';
import type { UnitVersion } from './unit.entity.ts';
import type { LineFinding, UnitLine } from './unit-table.ts';
import { UnitTree } from './unit-tree.ts';
import { rangeText } from './validity.ts';

type Report = RouteAnswer<typeof routes.importUnits>;

interface Known extends Pick<UnitVersion, 'id' | 'unitId' | 'name' | 'type' | 'parentId'> {
  code: string;
  from: string;
}

/** Of the whole country's communes with some columns more. */
const limits = { maxRows: 50_000, maxCells: 400_000, maxArea: 4_000_000, maxText: 12_000_000 };

/** @throws file.* with what is wrong with the file, 429 file.busy */
async function readUnits(file: Buffer, kind: UnitKind, encoding?: TextEncoding): Promise<InterpretedUnits> {
  const module = moduleBeside(import.meta.url, 'interpret-units');
  try {
    const { table, doubt } = await interpretFile(
      file,
      { module, input: { kind } },
      { limits, ...(encoding && { encoding }) },
    );
    return { table: JSON.parse(table ?? 'null'), doubt: JSON.parse(doubt ?? '[]') } as InterpretedUnits;
  } catch (error) {
    throw error instanceof FileError ? fileProblem(error) : error;
  }
}

/** Units from an official list, below one unit. A code is no identity over time: it only matches within the day's tree. */
@Injectable()
export class ImportUnits {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly outbox: Outbox,
    private readonly tree: UnitTree,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    file: Buffer,
    { kind, from, dryRun, encoding }: RouteQuery<typeof routes.importUnits>,
  ): Promise<Report> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const { table, doubt } = await readUnits(file, kind, encoding);
    if (!table) throw organizationErrors.fileUnreadable({ path: 'file', columns: 'code, name, type' });
    // A name with wrong marks would stand in the tree for good: somebody has to say how the file reads.
    if (doubt.length > 0 && !encoding)
      throw organizationErrors.encodingUnsure({
        path: 'encoding',
        options: doubt.map((one) => one.encoding).join(', '),
        samples: doubt.map((one) => one.sample).join(' | '),
      });
    return this.database.tx(async (tx) => {
      const plan = await this.plan(tx, unitId, table.lines, kind, from);
      const findings = [...table.findings, ...plan.findings].sort((a, b) => a.row - b.row);
      if (!dryRun) await this.write(tx, actor, unitId, plan, kind, from);
      return { created: plan.created.length, changed: plan.changed.length, unchanged: plan.unchanged, findings };
    });
  }

  private async plan(tx: Tx, unitId: string, lines: UnitLine[], kind: UnitKind, from: string) {
    const known = await this.known(tx, unitId, kind, from);
    const parents = await this.parents(tx, unitId, from);
    const findings: LineFinding[] = [];
    const created: { line: UnitLine; parentId: string }[] = [];
    const changed: { line: UnitLine; known: Known; parentId: string }[] = [];
    let unchanged = 0;
    for (const line of lines) {
      const parentId = line.parentCode ? parents.get(line.parentCode) : unitId;
      const match = known.get(line.code);
      if (!parentId)
        findings.push({
          row: line.row,
          column: 'parent',
          code: 'unit.parentUnknown',
          params: { value: line.parentCode },
        });
      else if (!match) created.push({ line, parentId });
      else if (match.name === line.name && match.type === line.type && match.parentId === parentId) unchanged += 1;
      else changed.push({ line, known: match, parentId });
    }
    return { created, changed, unchanged, findings };
  }

  private async known(tx: Tx, unitId: string, kind: UnitKind, from: string): Promise<Map<string, Known>> {
    const rows = await rowsOf<Known>(
      tx,
      sql`select v.id, v.unit_id as "unitId", v.code, v.name, v.type, v.parent_id as "parentId", lower(v.validity)::text as from
         from unit_closure_at(${from}::date) c join unit_versions v on v.unit_id = c.descendant_id and v.validity @> ${from}::date
        where c.ancestor_id = ${unitId} and c.descendant_kind = ${kind} and v.code is not null`,
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  private async parents(tx: Tx, unitId: string, from: string): Promise<Map<string, string>> {
    const rows = await rowsOf<{ id: string; code: string }>(
      tx,
      sql`select v.unit_id as id, v.code from unit_closure_at(${from}::date) c join unit_versions v on v.unit_id = c.descendant_id
        and v.validity @> ${from}::date
        where c.ancestor_id = ${unitId} and v.code is not null order by c.depth desc`,
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  }

  private async write(
    tx: Tx,
    actor: Actor,
    unitId: string,
    plan: Awaited<ReturnType<ImportUnits['plan']>>,
    kind: UnitKind,
    from: string,
  ): Promise<void> {
    const rows = plan.created.map(({ line, parentId }) => ({ id: v7(), line, parentId }));
    await execute(
      tx,
      sql`insert into units (id, kind, validity) select id, ${kind}, ${rangeText(from)}
        from unnest(${rows.map(({ id }) => id)}::uuid[]) as n(id)`,
    );
    for (const { line, known, parentId } of plan.changed) {
      if (known.from === from) await execute(tx, sql`delete from unit_versions where id = ${known.id}`);
      else
        await execute(
          tx,
          sql`update unit_versions set validity = daterange(lower(validity), ${from}::date) where id = ${known.id}`,
        );
      rows.push({ id: known.unitId, line, parentId });
    }
    await execute(
      tx,
      sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity)
       select * from unnest(${rows.map(() => v7())}::uuid[], ${rows.map(({ id }) => id)}::uuid[],
         ${rows.map(({ line }) => line.name)}::text[], ${rows.map(({ line }) => line.type)}::text[],
           ${rows.map(({ line }) => line.code)}::text[], ${rows.map(({ parentId }) => parentId)}::uuid[]) as n,
             (values (${rangeText(from)}::daterange)) as v(validity)`,
    );
    if (rows.length === 0) return;
    await this.tree.place(
      tx,
      rows.map(({ id }) => id),
    );
    await this.outbox.append(
      tx,
      unitsImported({ unitId }, { unitId, changes: { created: plan.created.length, changed: plan.changed.length } }),
      actor,
    );
  }
}
