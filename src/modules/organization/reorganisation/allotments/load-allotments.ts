import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { TextEncoding } from '#contracts/enums';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { encodingQuestion, interpretList } from '../../interpret-upload.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import { dividedIn, editLines } from '../drafts/edit-lines.ts';
import type { AllotmentTable } from './allotment-table.ts';
import { type DividedUnit, matchAllotments, type Place } from './match-allotments.ts';
import { nameOf, type ReformLine, ReformShape } from '../lines/reform-lines.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';
import { ReformTree } from '../lines/reform-tree.ts';
import { ReformVersions } from '../lines/reform-versions.ts';
import { wrongRows } from '../drafts/wrong-rows.ts';

/** The hamlets of a province's divided units with some columns more. */
const limits = { maxRows: 20_000, maxCells: 200_000, maxArea: 2_000_000, maxText: 6_000_000 };

/** @throws file.* with what is wrong with the file, 429 file.busy */
function readAllotments(file: Buffer, encoding?: TextEncoding) {
  const module = moduleBeside(import.meta.url, 'interpret-allotments');
  return interpretList<AllotmentTable>(file, { module }, { limits, ...(encoding && { encoding }) });
}

/** A list of hamlets says where they go: all of it or nothing. What it does not name stays as it is. */
@Injectable()
export class LoadAllotments {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly versions: ReformVersions,
  ) {}

  /** @throws organization.reformListWrong with each row and column, fileUnreadable, encodingUnsure, unitNotFound */
  async execute(
    actor: Actor,
    { id, unitId: shown }: { id: string; unitId: string },
    file: Buffer,
    { version, encoding }: RouteQuery<typeof routes.loadReformHamlets>,
  ): Promise<void> {
    const { unitId } = await this.store.one(id);
    await this.scope.require(actor, 'reform.manage', { unitId });
    const { table, doubt } = await readAllotments(file, encoding);
    if (!table || table.rows.length === 0)
      throw organizationErrors.fileUnreadable({ path: 'file', columns: 'thôn, đơn vị mới' });
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    await this.versions.next(actor, id, version, async (_tx, reform, lines) => {
      const units = await this.dividedUnits(reform, lines);
      if (!units.some((unit) => unit.id === shown)) throw organizationErrors.unitNotFound();
      const { edits, problems } = matchAllotments(table.rows, units, shown);
      if (problems.length > 0) throw wrongRows(problems);
      return editLines(lines, edits, new Map());
    });
  }

  private async dividedUnits(reform: ReformRow, lines: readonly ReformLine[]): Promise<DividedUnit[]> {
    const shape = new ReformShape(lines);
    const ids = dividedIn(lines);
    const units = await this.tree.units(reform, lines);
    const below = await this.tree.below(ids, reform);
    const named = await this.named(
      below.map((one) => one.id),
      reform.onDate,
    );
    return ids.flatMap((id) => {
      const unit = units.get(id);
      if (!unit) return [];
      const own = below.filter(({ parentId }) => parentId === id);
      const { fullName, name, code } = unit;
      const heirs = shape.heirsOf(id).flatMap((position) => {
        const heir = shape.heirs.get(position);
        return heir ? [{ position, fullName: nameOf(heir), name: heir.name ?? '', code: heir.code }] : [];
      });
      const places = own.flatMap((one) => [...placesOf(one.id, shape, named.get(one.id))]);
      return [{ id, fullName, name, code, heirs, places }];
    });
  }

  private async named(ids: readonly string[], onDate: string): Promise<Map<string, Named>> {
    const rows = await this.database.rows<Named & { id: string }>(
      sql`select distinct on (v.unit_id) v.unit_id as id, v.type, v.name, v.code from unit_versions v
        where v.unit_id = any(${ids}::uuid[]) and (upper(v.validity) is null or upper(v.validity) >= ${onDate}::date)
        order by v.unit_id, lower(v.validity)`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

interface Named {
  type: string;
  name: string;
  code: string | null;
}

function placesOf(hamletId: string, shape: ReformShape, named: Named | undefined): Place[] {
  if (!named) return [];
  const { name, code } = named;
  const halves = shape.splits.get(hamletId)?.halves ?? [];
  const whole = { hamletId, isSplit: halves.length > 0, fullName: nameOf(named), name, code };
  return [
    whole,
    ...halves.map((half) => ({ position: half.position, fullName: nameOf(half), name: half.name, code: null })),
  ];
}
