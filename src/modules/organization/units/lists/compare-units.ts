/**
 * A list of units beside the tree of its day: what is new, what changes, and what is in doubt. A code is no identity: no line
 * changes a unit by its code alone. What is doubtful is a finding, with a proposal or as a question. Pure.
 */
import type { UnitKind } from '#contracts/enums';
import { foldTone } from '#i18n/fold';
import type { BorneName, Choice, Comparison, Decision, Finding, ListPlan, Placed, StandingUnit } from './list-plan.ts';
import { mayStandBelow } from '../unit-kinds.ts';
import type { UnitLine } from './unit-table.ts';

const order: readonly UnitKind[] = ['country', 'province', 'district', 'commune', 'hamlet'];
export const kindsOfType: Record<string, readonly UnitKind[]> = {
  tỉnh: ['province'],
  'thành phố': ['district', 'province'],
  huyện: ['district'],
  quận: ['district'],
  'thị xã': ['district'],
  xã: ['commune'],
  phường: ['commune'],
  'thị trấn': ['commune'],
  'đặc khu': ['commune'],
  thôn: ['hamlet'],
  bản: ['hamlet'],
  làng: ['hamlet'],
  xóm: ['hamlet'],
  ấp: ['hamlet'],
  buôn: ['hamlet'],
  phố: ['hamlet'],
  'khu phố': ['hamlet'],
  'tổ dân phố': ['hamlet'],
};

export const fullNameOf = ({ type, name }: Pick<UnitLine, 'type' | 'name'>): string =>
  name.toLowerCase().startsWith(`${type} `) ? name : `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;
const sameName = (a: { name: string }, b: { name: string }): boolean => foldTone(a.name) === foldTone(b.name);

export function compareUnits(asked: Comparison): ListPlan {
  return new ListComparison(asked).plan();
}

class ListComparison {
  private readonly findings: Finding[] = [];
  private readonly wrong: Decision[] = [];
  private readonly decisions: Map<string, Decision>;
  /** Where a code of the list leads: a unit that stands, or a new one. */
  private readonly targets = new Map<string, { id: string; kind: UnitKind }>();
  private readonly matched = new Set<string>();
  private readonly created: Placed[] = [];
  private readonly changed: Placed[] = [];
  private readonly replaced: { id: string; kind: UnitKind; into: string | undefined }[] = [];
  private unchanged = 0;

  constructor(private readonly asked: Comparison) {
    this.decisions = new Map(asked.decisions.map((one) => [one.key, one]));
  }

  plan(): ListPlan {
    const lines = this.withoutLoops(this.firstOfEachCode());
    const ordered = lines
      .map((line) => ({ line, kind: this.kindOf(line) }))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.line.row - b.line.row);
    const codes = new Set(lines.map(({ code }) => code));
    for (const { line, kind } of ordered) this.take(line, kind, codes);
    this.tellEqualNames();
    this.tellMissing(new Set(ordered.map(({ kind }) => kind)));
    const ended = this.replaced
      .sort((a, b) => order.indexOf(b.kind) - order.indexOf(a.kind))
      .map(({ id, into }) => ({ id, intoId: into === undefined ? null : (this.idOf(into) ?? null) }));
    this.findings.sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity));
    return {
      created: this.created,
      changed: this.changed,
      ended,
      unchanged: this.unchanged,
      findings: this.findings,
      wrong: this.wrong,
    };
  }

  /** What is done about it: as decided, else as proposed where proposals are taken; null while it is open. */
  private settle(
    line: UnitLine | null,
    what: Finding['what'],
    choices: Choice[],
    more: { proposal?: Choice; known?: BorneName | undefined; other?: BorneName | undefined },
  ): Choice | null {
    const key = line ? `r${line.row}` : `u${more.known?.id}`;
    const proposal = more.proposal ?? null;
    const decided = this.decisions.get(key);
    const fits = decided && choices.includes(decided.choice);
    if (decided && (!fits || (decided.into !== undefined && !this.idOf(decided.into)))) this.wrong.push(decided);
    const choice = fits ? decided.choice : this.asked.takeProposals ? proposal : null;
    const ref = (unit: BorneName | undefined) =>
      unit ? { id: unit.id, fullName: unit.fullName, code: unit.code } : null;
    this.findings.push({
      key,
      what,
      row: line?.row ?? null,
      code: line?.code ?? more.known?.code ?? null,
      file: line && fullNameOf(line),
      known: ref(more.known),
      other: ref(more.other),
      choices,
      proposal,
      choice,
    });
    return choice;
  }

  private firstOfEachCode(): UnitLine[] {
    const kept = new Map<string, UnitLine>();
    for (const line of this.asked.lines) {
      const first = kept.get(line.code);
      if (!first || this.settle(line, 'codeTwice', ['keep', 'instead'], { other: this.asLine(first) }) === 'instead')
        kept.set(line.code, line);
    }
    return [...kept.values()];
  }

  /** Lines that stand above each other in a ring can only be left out. */
  private withoutLoops(lines: UnitLine[]): UnitLine[] {
    const byCode = new Map(lines.map((line) => [line.code, line]));
    const loops = (line: UnitLine): UnitLine | undefined => {
      const seen = new Set<string>();
      for (let one = byCode.get(line.parentCode); one && !seen.has(one.code); one = byCode.get(one.parentCode)) {
        if (one.code === line.code) return byCode.get(line.parentCode);
        seen.add(one.code);
      }
      return undefined;
    };
    return lines.filter((line) => {
      const above = loops(line);
      if (above) {
        this.settle(line, 'cycle', ['keep'], { other: this.asLine(above) });
        this.keepStanding(line, this.kindOf(line));
      }
      return !above;
    });
  }

  private take(line: UnitLine, kind: UnitKind, codes: ReadonlySet<string>): void {
    const isRoot = line.code === this.asked.root.code && kind === this.asked.root.kind;
    const parent = isRoot ? undefined : this.parentOf(line, kind, codes);
    if (!isRoot && !parent) return this.keepStanding(line, kind);
    const parentId = parent?.id ?? this.asked.root.parentId ?? '';
    const byCode = isRoot ? this.asked.root : this.standing(kind).find(({ code }) => code === line.code);
    if (byCode) this.ofCode(line, byCode, parentId);
    else this.withoutCode(line, kind, parentId);
  }

  private parentOf(line: UnitLine, kind: UnitKind, codes: ReadonlySet<string>): { id: string } | undefined {
    const { root } = this.asked;
    const isBelowRoot = line.parentCode === '' || line.parentCode === root.code;
    const parent = isBelowRoot ? root : (this.targets.get(line.parentCode) ?? this.known(line.parentCode, kind, codes));
    if (parent && mayStandBelow(kind, parent.kind)) return parent;
    const mayBeHere = mayStandBelow(kind, root.kind);
    const what = isBelowRoot && kind === root.kind ? 'twoRoots' : 'parentMissing';
    return this.settle(line, what, mayBeHere ? ['here', 'keep'] : ['keep'], {}) === 'here' ? root : undefined;
  }

  /** A unit that stands and is not itself in the list. */
  private known(code: string, below: UnitKind, codes: ReadonlySet<string>): StandingUnit | undefined {
    return codes.has(code)
      ? undefined
      : this.asked.standing.find((unit) => unit.code === code && mayStandBelow(below, unit.kind));
  }

  private ofCode(line: UnitLine, unit: StandingUnit, parentId: string): void {
    const isNamed = sameName(unit, line) && unit.type === line.type;
    if (isNamed && (unit.parentId ?? '') === parentId) {
      this.unchanged += 1;
      return this.match(line, unit);
    }
    const other = this.asked.borne.find(
      (one) => one.id !== unit.id && one.kind === unit.kind && sameName(one, line) && !sameName(unit, line),
    );
    const choice = isNamed
      ? this.settle(line, 'moved', ['same', 'keep'], { known: unit, proposal: 'same' })
      : other
        ? this.settle(line, 'codeReused', ['same', 'new', 'keep'], { known: unit, other })
        : this.settle(line, 'renamed', ['same', 'new', 'keep'], { known: unit, proposal: 'same' });
    if (choice === 'new') {
      this.matched.add(unit.id);
      this.create(line, unit.kind, parentId);
      this.replaced.push({ id: unit.id, kind: unit.kind, into: line.code });
    } else {
      this.match(line, unit);
      if (choice === 'same') this.changed.push({ id: unit.id, kind: unit.kind, line, parentId });
    }
  }

  private withoutCode(line: UnitLine, kind: UnitKind, parentId: string): void {
    const listed = new Set(this.asked.lines.map(({ code }) => code));
    const named = this.standing(kind).filter(
      (unit) =>
        sameName(unit, line) &&
        !this.matched.has(unit.id) &&
        !(unit.code && listed.has(unit.code)) &&
        (kind !== 'hamlet' || unit.parentId === parentId),
    );
    const [unit] = named;
    if (!unit) return this.create(line, kind, parentId);
    const choices: Choice[] = named.length === 1 ? ['same', 'new', 'keep'] : ['new', 'keep'];
    const choice = this.settle(line, 'nameKnown', choices, { known: unit });
    if (choice === 'new') return this.create(line, kind, parentId);
    if (named.length > 1) return;
    this.match(line, unit);
    if (choice === 'same') this.changed.push({ id: unit.id, kind, line, parentId });
  }

  /** New or renamed lines that would look alike: communes anywhere in the list, hamlets in one commune. */
  private tellEqualNames(): void {
    const placed = [...this.created, ...this.changed];
    const place = ({ kind, line, parentId }: Placed) =>
      `${foldTone(fullNameOf(line))} ${kind === 'hamlet' ? parentId : ''}`;
    const seen = new Map<string, Placed>();
    const told = new Set(this.findings.map(({ key }) => key));
    for (const one of placed) {
      const first = seen.get(place(one));
      seen.set(place(one), first ?? one);
      if (!first || told.has(`r${one.line.row}`)) continue;
      const choice = this.settle(one.line, 'sameName', ['both', 'keep'], {
        other: this.asLine(first.line),
        proposal: 'both',
      });
      if (choice === 'keep') this.created.splice(this.created.indexOf(one), 1);
    }
  }

  private tellMissing(kinds: ReadonlySet<UnitKind>): void {
    for (const unit of this.asked.standing) {
      if (!kinds.has(unit.kind) || this.matched.has(unit.id) || unit.id === this.asked.root.id) continue;
      const choice = this.settle(null, 'missing', ['keep', 'end'], { known: unit, proposal: 'keep' });
      if (choice === 'end')
        this.replaced.push({ id: unit.id, kind: unit.kind, into: this.decisions.get(`u${unit.id}`)?.into });
    }
  }

  private create(line: UnitLine, kind: UnitKind, parentId: string): void {
    const id = this.asked.newId();
    this.targets.set(line.code, { id, kind });
    this.created.push({ id, kind, line, parentId });
  }

  private match(line: UnitLine, unit: { id: string; kind: UnitKind }): void {
    this.matched.add(unit.id);
    this.targets.set(line.code, unit);
  }

  /** A line that is left out still says that its unit is in the list. */
  private keepStanding(line: UnitLine, kind: UnitKind): void {
    const unit = this.standing(kind).find(({ code }) => code === line.code);
    if (unit) this.match(line, unit);
  }

  private standing(kind: UnitKind): StandingUnit[] {
    return this.asked.standing.filter((unit) => unit.kind === kind);
  }

  private idOf(code: string): string | undefined {
    return this.targets.get(code)?.id ?? this.asked.standing.find((unit) => unit.code === code)?.id;
  }

  private kindOf({ type }: UnitLine): UnitKind {
    const kinds = kindsOfType[type] ?? [this.asked.kind];
    return kinds.includes(this.asked.kind) ? this.asked.kind : (kinds[0] ?? this.asked.kind);
  }

  private asLine(line: UnitLine): BorneName {
    return {
      id: this.asked.root.id,
      kind: this.kindOf(line),
      name: line.name,
      fullName: fullNameOf(line),
      code: line.code,
    };
  }
}
