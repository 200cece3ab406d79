/** What is found of the codes of units of the day: who else is called by them, within reach and elsewhere. Pure. */
import { grouped } from '#contracts/grouped';
import { codeKey } from '../../units/code-key.ts';
import { nameOf, type ReformLine, type ReformShape, type ReformUnit } from './reform-lines.ts';

/** Somebody else of whom the organiser need not know: a unit of the country, or one that another reform will make. */
export interface CodeElsewhere {
  /** As `codeKey` of units has it. */
  key: string;
  name: string;
  /** Of the reform by which it gets the code, while that waits for its day. */
  by: { id: string; title: string; on: string } | null;
}
export interface CodeFacts {
  onDate: string;
  units: ReadonlyMap<string, ReformUnit>;
  codesElsewhere: readonly CodeElsewhere[];
}
interface CodeFinding {
  code: 'codeReused' | 'codeTwice' | 'codeElsewhere' | 'codeClaimed';
  params: Record<string, string>;
  line: ReformLine;
  bearer?: ReformUnit;
}

/** Of a unit that goes on and is not told another one, its own. */
const codeOf = ({ kind, code, unitId }: ReformLine, units: CodeFacts['units']): string | null =>
  code ?? (kind === 'keep' ? (units.get(unitId ?? '')?.code ?? null) : null);

/** Whose row of the day is written: what goes on as it is keeps whatever code it has. */
function takesCode(line: ReformLine, units: CodeFacts['units']): boolean {
  const unit = line.kind === 'keep' ? units.get(line.unitId ?? '') : undefined;
  if (!unit) return line.kind === 'create';
  const differs = (field: 'name' | 'type' | 'code'): boolean => line[field] !== null && line[field] !== unit[field];
  return differs('name') || differs('type') || differs('code') || Boolean(line.parentId ?? line.parentPosition);
}

/** What is asked about: who else bears one of these on the day. */
export const codesOf = (shape: ReformShape, units: CodeFacts['units']): string[] =>
  [...shape.heirs.values()].flatMap((line) => {
    const code = takesCode(line, units) ? codeOf(line, units) : null;
    return code && line.unitKind ? [codeKey(line.unitKind, code)] : [];
  });

export function codeFindings(shape: ReformShape, { onDate, units, codesElsewhere }: CodeFacts): CodeFinding[] {
  const known = [...units.values()].filter(({ to }) => to === null || to > onDate);
  const byCode = grouped(known, ({ kind, code }) => codeKey(kind, code ?? ''));
  const standing = [...units.values()].filter(({ id, to }) => !to && !shape.ends(id) && !shape.keeps.has(id));
  const bearers = new Map(standing.flatMap((unit) => (unit.code ? [[codeKey(unit.kind, unit.code), unit]] : [])));
  const elsewhere = new Map(codesElsewhere.toReversed().map((other) => [other.key, other]));
  const taken = new Map<string, ReformLine>();
  return [...shape.heirs.values()].flatMap((line): CodeFinding[] => {
    const found: CodeFinding[] = [];
    const code = codeOf(line, units);
    if (!code) return found;
    const key = codeKey(line.unitKind ?? '', code);
    const reused = line.kind === 'create' && !line.settled ? byCode.get(key)?.[0] : undefined;
    if (reused) found.push({ code: 'codeReused', params: { code, name: nameOf(line) }, line, bearer: reused });
    const [first, bearer, other] = [taken.get(key), bearers.get(key), elsewhere.get(key)];
    const name = first ? nameOf(first) : bearer?.fullName;
    if (name) return [...found, { code: 'codeTwice', params: { code, name }, line }];
    taken.set(key, line);
    if (!other || !takesCode(line, units)) return found;
    return [
      ...found,
      other.by
        ? { code: 'codeClaimed', params: { code, name: other.name, ...other.by }, line }
        : { code: 'codeElsewhere', params: { code, name: other.name, on: onDate }, line },
    ];
  });
}
