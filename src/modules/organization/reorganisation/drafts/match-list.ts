/**
 * The rows of an official list as lines of a draft. A code is no identity: a unit is meant where code and name agree. Where they
 * do not the line keeps what the list says, and somebody chooses. Pure.
 */
import type { UnitKind } from '#contracts/enums';
import { kindsOfType } from '../../units/lists/compare-units.ts';
import { grouped } from '#contracts/grouped';
import { isSameName } from '../lines/same-name.ts';
import { emptyLine, type ReformLine, type ReformUnit } from '../lines/reform-lines.ts';
import type { ReformRow, RowProblem } from './reform-table.ts';

/** Rows that name a place above which nobody knows: not within reach, and not made by the list itself. */
export function parentsUnknown(rows: readonly ReformRow[], standing: readonly ReformUnit[]): RowProblem[] {
  const known = new Set([
    ...standing.flatMap(({ kind, code }) => (kind === 'commune' ? [] : (code ?? []))),
    ...rows.map(({ newCode }) => newCode),
  ]);
  return rows.flatMap(({ row, parentCode }) =>
    parentCode === '' || known.has(parentCode)
      ? []
      : [{ row, column: 'parentCode', code: 'reform.parentUnknown', params: { value: parentCode } }],
  );
}

/**
 * @param standing units within reach on the day before, hamlets aside
 * @param ended those that will have ended by then: a list may name them, and is told so
 */
export function matchList(
  rows: readonly ReformRow[],
  standing: readonly ReformUnit[],
  ended: readonly ReformUnit[] = [],
): ReformLine[] {
  const byCode = grouped(standing, ({ code }) => code ?? '');
  const everByCode = grouped([...standing, ...ended], ({ code }) => code ?? '');
  const known = (code: string, name: string) => everByCode.get(code)?.find((unit) => isSameName(unit, name));
  const olds = new Map(rows.map((row) => [row.row, known(row.oldCode, row.oldName)]));
  const targets = [...grouped(rows, ({ newCode }) => newCode).values()];
  const positions = new Map(targets.map((group, at) => [group[0]?.newCode ?? '', at + 1]));
  const heirs = targets.flatMap((group, at) => {
    const [first] = group;
    if (!first) return [];
    const parts = group.flatMap(({ row }) => olds.get(row) ?? []);
    const kind = kindOf(first.newType, parts);
    const same = byCode.get(first.newCode)?.find((unit) => unit.kind === kind && isSameName(unit, first.newName));
    const parent = group.map(({ parentCode }) => parentCode).find(Boolean) ?? '';
    const line: ReformLine = {
      ...emptyLine,
      position: at + 1,
      kind: same ? 'keep' : 'create',
      unitId: same?.id ?? null,
      unitKind: kind,
      type: first.newType,
      name: first.newName,
      code: first.newCode,
      row: first.row,
      // Of a new unit: whether nobody bears its code today.
      settled: same !== undefined || !byCode.has(first.newCode),
    };
    return [{ ...line, ...placeOf(parent, { kind, parts, same, byCode, positions }) }];
  });
  const seen = grouped(rows, ({ oldCode }) => oldCode);
  const parts = rows.flatMap((row) => {
    const unit = olds.get(row.row);
    const into = positions.get(row.newCode) ?? 0;
    // What a unit keeps of itself is no part that goes.
    if (unit && heirs[into - 1]?.unitId === unit.id) return [];
    const isPart = row.relation === 'part' || (seen.get(row.oldCode)?.length ?? 1) > 1;
    return [{ ...taken(row, unit), kind: isPart ? ('part' as const) : ('merge' as const), intoPosition: into }];
  });
  return [...heirs, ...parts.map((line, at) => ({ ...line, position: heirs.length + at + 1 }))];
}

/** What the list says of a unit that nobody knows stays as it is. */
const taken = (row: ReformRow, unit: ReformUnit | undefined): Omit<ReformLine, 'kind'> => ({
  ...emptyLine,
  position: 0,
  unitId: unit?.id ?? null,
  type: unit ? null : row.oldType || null,
  name: unit ? null : row.oldName,
  code: unit ? null : row.oldCode,
  share: row.share,
  row: row.row,
});

function kindOf(type: string, parts: readonly ReformUnit[]): UnitKind {
  const kinds = kindsOfType[type] ?? ['commune'];
  return kinds.find((kind) => parts.some((part) => part.kind === kind)) ?? kinds[0] ?? 'commune';
}

interface Placing {
  kind: UnitKind;
  parts: readonly ReformUnit[];
  same: ReformUnit | undefined;
  byCode: ReadonlyMap<string, readonly ReformUnit[]>;
  positions: ReadonlyMap<string, number>;
}

/** Below the unit that the list names, else where all of its parts stand; what goes on stays where it is. */
function placeOf(code: string, { kind, parts, same, byCode, positions }: Placing): Partial<ReformLine> {
  const above = byCode.get(code)?.find((unit) => unit.id !== same?.id && unit.kind !== kind && unit.kind !== 'commune');
  if (above) return above.id === same?.parentId ? {} : { parentId: above.id };
  const position = code ? positions.get(code) : undefined;
  if (position !== undefined) return { parentPosition: position };
  const parents = new Set(parts.map(({ parentId }) => parentId));
  const [parent] = parents;
  return !same && parents.size === 1 && parent ? { parentId: parent } : {};
}
