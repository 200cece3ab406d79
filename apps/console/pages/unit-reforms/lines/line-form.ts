/** A line that is written by hand: what its fields hold, and the edits that they become. Pure. */
import type { Schemas } from '../../../api/client.ts';
import { lineName } from '../flow/flow-targets.ts';
import { heirsOf } from './offers.ts';
import type { Line } from '../reform-looks.ts';
import type { Edit } from './use-lines.ts';

type Kind = Schemas['UnitRef']['kind'];
/** A unit that was found, or one of the day by # and its line. */
export interface Found {
  id: string;
  label: string;
  kind: Kind;
  type: string;
  name: string;
  code: string | null;
  parent: { id: string; fullName: string; kind: Kind } | null;
}
/** A line of the draft, one more unit, or one that goes on. */
export type Into = number | 'new' | 'stays' | null;

export interface LineForm {
  old: Found | null;
  whole: boolean;
  share: number | null;
  into: Into;
  stays: Found | null;
  type: string;
  name: string;
  code: string;
  parent: Found | null;
}
/** What is written: a line more, or one that is there, which says what goes or what it goes into. */
export type Writing = { do: 'add' } | { do: 'part' | 'unit'; line: Line };

const communeTypes = ['xã', 'phường', 'thị trấn', 'đặc khu'];
const districtTypes = ['huyện', 'quận', 'thị xã', 'thành phố'];
export const typesWithin = (root: Kind): string[] =>
  root === 'country' ? [...communeTypes, ...districtTypes, 'tỉnh'] : [...communeTypes, ...districtTypes];

export function kindOfType(type: string, parent: Kind | undefined): Kind {
  if (communeTypes.includes(type)) return 'commune';
  return type === 'tỉnh' || (type === 'thành phố' && parent === 'country') ? 'province' : 'district';
}

export const emptyForm = (lines: readonly Line[]): LineForm => ({
  old: null,
  whole: true,
  share: null,
  into: heirsOf(lines).length > 0 ? null : 'new',
  stays: null,
  type: 'xã',
  name: '',
  code: '',
  parent: null,
});

const known = (unit: Schemas['UnitRef'] | null): Found | null =>
  unit && { ...unit, label: unit.fullName, type: '', code: null, parent: null };
export const asFound = (line: Line): Found => ({
  id: `#${line.position}`,
  label: lineName(line),
  kind: line.unit?.kind ?? kindOfType(line.type ?? '', line.parent?.kind),
  type: line.type ?? '',
  name: line.name ?? '',
  code: line.code,
  parent: null,
});

/** A line as its fields show it. */
export function formOf(line: Line, lines: readonly Line[]): LineForm {
  const above = lines.find(({ position }) => position === line.parentPosition);
  const isHeir = line.kind === 'create' || line.kind === 'keep';
  return {
    old: isHeir ? null : known(line.unit),
    whole: line.kind !== 'part',
    share: line.share,
    into: isHeir ? (line.kind === 'keep' ? 'stays' : 'new') : line.intoPosition,
    stays: line.kind === 'keep' ? known(line.unit) : null,
    type: line.type ?? '',
    name: line.name ?? '',
    code: line.code ?? '',
    parent: above ? asFound(above) : known(line.parent),
  };
}

/** A new unit mostly stands where what goes into it stood. */
export function withParent(form: LineForm): LineForm {
  const { into, parent, old } = form;
  return into === 'new' && !parent && old?.parent ? { ...form, parent: known({ name: '', ...old.parent }) } : form;
}

export function isComplete({ old, into, stays, type, name }: LineForm, writing: Writing): boolean {
  const hasUnit = into === 'stays' ? stays !== null : Boolean(type && name.trim());
  if (writing.do === 'unit') return hasUnit;
  if (typeof into === 'number') return old !== null;
  return writing.do === 'add' && into !== null && hasUnit;
}

function unitEdit({ into, stays, type, name, code, parent }: LineForm, position: number | null): Edit {
  const above = parent?.id.startsWith('#') ? { parentPosition: Number(parent.id.slice(1)) } : { parentId: parent?.id };
  return {
    do: 'unit',
    ...(position !== null && { position }),
    ...(into === 'stays' && stays && { unitId: stays.id }),
    ...(into === 'new' && position === null && { kind: kindOfType(type, parent?.kind) }),
    ...(type && { type }),
    ...(name.trim() && { name: name.trim() }),
    ...(code.trim() && { code: code.trim() }),
    ...(parent && above),
  };
}

/** @param next the position of the next line that is added: what goes into a new unit says it beforehand */
export function editsOf(form: LineForm, writing: Writing, next: number): Edit[] {
  const { old, whole, share, into } = form;
  if (writing.do === 'unit') return [unitEdit(form, writing.line.position)];
  const isNew = typeof into !== 'number';
  const unit = isNew ? [unitEdit(form, null)] : [];
  if (!old) return unit;
  const part = { do: 'part', unitId: old.id, intoPosition: isNew ? next : into, whole } as const;
  const written: Edit = { ...part, ...(!whole && share !== null && { share }) };
  if (writing.do === 'add') return [...unit, written];
  const { position, share: before } = writing.line;
  // A share that is no longer said leaves with the line that said it.
  const isTakenBack = !whole && share === null && before !== null;
  return isTakenBack ? [{ do: 'drop', positions: [position] }, written] : [{ ...written, position }];
}

export type Field = 'old' | 'share' | 'into' | 'stays' | 'type' | 'name' | 'code' | 'parent';
const said: Record<Field, { in: Edit['do']; as: readonly string[] }> = {
  old: { in: 'part', as: ['unitId'] },
  share: { in: 'part', as: ['share'] },
  into: { in: 'part', as: ['intoPosition'] },
  stays: { in: 'unit', as: ['unitId'] },
  type: { in: 'unit', as: ['type'] },
  name: { in: 'unit', as: ['name'] },
  code: { in: 'unit', as: ['code'] },
  parent: { in: 'unit', as: ['parentId', 'parentPosition'] },
};
export const fields = Object.keys(said) as Field[];

/** How a refusal names the field. */
export const pathsOf = (field: Field, edits: readonly Edit[]): string[] =>
  edits.flatMap((edit, at) => (edit.do === said[field].in ? said[field].as.map((as) => `edits.${at}.${as}`) : []));
