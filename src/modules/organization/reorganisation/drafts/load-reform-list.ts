import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import type { TextEncoding } from '#contracts/enums';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { encodingQuestion, interpretList } from '../../interpret-upload.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import { carriedOver, withIds } from '../lines/carried-over.ts';
import { matchList, parentsUnknown } from './match-list.ts';
import { ReformTree } from '../lines/reform-tree.ts';
import { ReformStore } from '../lines/reform-store.ts';
import type { ReformColumns, ReformTable } from './reform-table.ts';
import { ReformVersions } from '../lines/reform-versions.ts';
import { wrongRows } from './wrong-rows.ts';
import { Reorganisation } from '../mergers/reorganisation.entity.ts';

/** The whole country's communes with some columns more. */
const limits = { maxRows: 50_000, maxCells: 600_000, maxArea: 4_000_000, maxText: 12_000_000 };
const inOrder = ['oldCode', 'oldName', 'newCode', 'newName', 'relation', 'parentCode'] as const;

/** @throws file.* with what is wrong with the file, 429 file.busy */
function readReform(file: Buffer, columns?: ReformColumns, encoding?: TextEncoding) {
  const module = moduleBeside(import.meta.url, 'interpret-reform');
  const input = columns ? { columns } : {};
  return interpretList<ReformTable>(file, { module, input }, { limits, ...(encoding && { encoding }) });
}

/** The list that comes with a resolution becomes the units of a draft: all of it or nothing. */
@Injectable()
export class LoadReformList {
  constructor(
    private readonly scope: Scope,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly versions: ReformVersions,
  ) {}

  /** @throws organization.reformListWrong with each row and column, organization.fileUnreadable, organization.encodingUnsure */
  async execute(
    actor: Actor,
    id: string,
    file: Buffer,
    { version, encoding, columns, fileName }: RouteQuery<typeof routes.loadReformList>,
  ): Promise<void> {
    const { unitId, onDate } = await this.store.one(id);
    await this.scope.require(actor, 'reform.manage', { unitId });
    const { table, doubt } = await readReform(file, columns ? chosen(columns) : undefined, encoding);
    if (!table || table.rows.length + table.problems.length === 0)
      throw organizationErrors.fileUnreadable({ path: 'file', columns: 'old_code, old_name, new_code, new_name' });
    if (doubt.length > 0 && !encoding) throw organizationErrors.encodingUnsure(encodingQuestion(doubt));
    if (table.problems.length > 0) throw wrongRows(table.problems);
    const otherDay = table.rows.find(({ day }) => day !== null && day !== onDate);
    if (otherDay)
      throw wrongRows([
        { row: otherDay.row, column: 'day', code: 'reform.dayDiffers', params: { day: otherDay.day ?? '', onDate } },
      ]);
    const codes = table.rows.map(({ oldCode }) => oldCode);
    const { standing, ended } = await this.tree.known(unitId, onDate, codes);
    const astray = parentsUnknown(table.rows, standing);
    if (astray.length > 0) throw wrongRows(astray);
    const matched = matchList(table.rows, standing, ended);
    await this.versions.next(actor, id, version, async (tx, _, lines) => {
      await tx.update(Reorganisation, { id }, { fileName: fileName ?? null });
      const known = withIds(lines, matched);
      return [...known, ...carriedOver(lines, known)];
    });
  }
}

function chosen(text: string): ReformColumns {
  const columns = text.split(',').map((one, at) => [inOrder[at], one === '-' ? undefined : Number(one)] as const);
  return Object.fromEntries(columns.filter(([, at]) => at !== undefined)) as ReformColumns;
}
