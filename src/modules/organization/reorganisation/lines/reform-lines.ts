/** Lines of a reform of communes and above, and what they mean together. Pure. */
import type { UnitKind } from '#contracts/enums';
import type { ReorganisationLine } from '../mergers/reorganisation.entity.ts';
import { type HamletSplit, splitsOf } from '../mergers/splits/split-lines.ts';

export interface ReformLine extends Omit<ReorganisationLine, 'reorganisationId' | 'version' | 'share'> {
  /** Of the whole unit, 0 to 1. */
  share: number | null;
}

export interface ReformUnit {
  id: string;
  kind: UnitKind;
  name: string;
  type: string;
  fullName: string;
  code: string | null;
  parentId: string | null;
  from: string;
  to: string | null;
  /** The day of its latest version. */
  changedOn: string;
}

export const emptyLine: Omit<ReformLine, 'position' | 'kind'> = {
  unitId: null,
  type: null,
  name: null,
  intoPosition: null,
  personId: null,
  code: null,
  parentId: null,
  parentPosition: null,
  share: null,
  row: null,
  settled: false,
  unitKind: null,
  standIn: false,
  seat: null,
  fromOn: null,
  directiveId: null,
  amount: null,
  taskId: null,
  beganId: null,
};

/** What the lines of one version say, found by unit and by position. */
export class ReformShape {
  /** Units of the day: new ones and those that go on. */
  readonly heirs = new Map<number, ReformLine>();
  readonly keeps = new Map<string, ReformLine>();
  /** What is said of where a unit goes, in the order of the lines. */
  readonly parts = new Map<string, ReformLine[]>();
  readonly allotted = new Map<string, number>();
  /** Hamlets of divided units that are divided themselves. */
  readonly splits: ReadonlyMap<string, HamletSplit>;
  private readonly byHeir = new Map<number, ReformLine[]>();

  constructor(readonly lines: readonly ReformLine[]) {
    this.splits = new Map(splitsOf(lines).map((split) => [split.hamletId, split]));
    for (const line of lines) {
      const { kind, unitId, position, intoPosition } = line;
      if (kind === 'create' || kind === 'keep') this.heirs.set(position, line);
      if (kind === 'keep' && unitId) this.keeps.set(unitId, line);
      if ((kind === 'merge' || kind === 'part') && unitId)
        this.parts.set(unitId, [...(this.parts.get(unitId) ?? []), line]);
      if (intoPosition) {
        const into = this.byHeir.get(intoPosition);
        if (into) into.push(line);
        else this.byHeir.set(intoPosition, [line]);
      }
      if (kind === 'allot' && unitId && intoPosition) this.allotted.set(unitId, intoPosition);
    }
  }

  /** Lines that say what comes into the unit of the day. */
  into(position: number): readonly ReformLine[] {
    return this.byHeir.get(position) ?? [];
  }

  ends(unitId: string): boolean {
    return this.parts.has(unitId) && !this.keeps.has(unitId);
  }

  /** Its parts go to several units, or some of them leave it. */
  isDivided(unitId: string): boolean {
    return this.parts.get(unitId)?.some(({ kind }) => kind === 'part') ?? false;
  }

  /** Where its parts may go: what it goes into, and itself where it goes on. */
  heirsOf(unitId: string): number[] {
    const own = this.keeps.get(unitId)?.position;
    const others = (this.parts.get(unitId) ?? []).flatMap(({ intoPosition }) => intoPosition ?? []);
    return [...new Set(own === undefined ? others : [own, ...others])];
  }

  /** Units that end or give parts away: whatever hangs on them is put in its place. */
  sources(): string[] {
    return [...this.parts.keys()].filter((id) => this.ends(id) || this.isDivided(id)).sort();
  }
}

export const nameOf = ({ type, name }: Pick<ReformLine, 'type' | 'name'>): string => {
  const [word, own] = [type ?? '', name ?? ''];
  if (word === '' || own.toLowerCase().startsWith(`${word} `)) return own;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${own}`;
};
