/** What a settled reform writes on its day: units that begin, change, end, and where what stands below goes. Pure. */
import type { UnitKind } from '#contracts/enums';
import { lowerFirst } from '#i18n/first-letters';
import { shareOf } from '../mergers/splits/split-share.ts';
import { nameOf, ReformShape, type ReformLine, type ReformUnit } from './reform-lines.ts';

export interface ReformPlan {
  /** In the order in which they can be placed: what stands above first. */
  begins: {
    id: string;
    position: number;
    kind: UnitKind;
    type: string;
    name: string;
    code: string | null;
    parentId: string;
  }[];
  changes: { id: string; type: string; name: string; code: string | null; parentId: string | null }[];
  moves: { id: string; fromId: string; toId: string }[];
  ends: string[];
  /** Of units that end. */
  heirs: { fromId: string; toId: string; share: number | null }[];
  /** Of which something that the unit itself holds is known: what goes into it whole, and itself where it goes on. */
  sums: { unitId: string; partIds: string[] }[];
  /** Units that go on with other parts than before: what was known of them is not what they are from the day on. */
  grown: string[];
  offices: { fromId: string; toId: string; name: string }[];
  /** Two of each hamlet that is divided itself; it ends with them. */
  halves: PlannedHalf[];
}
export interface PlannedHalf {
  id: string;
  /** Of its line. */
  position: number;
  hamletId: string;
  type: string;
  name: string;
  /** The unit that was divided, and the one in which it is. */
  fromId: string;
  toId: string;
  households: number;
  share: number | null;
}
/** What stands directly below on the day before. */
export type Below = Pick<ReformUnit, 'id' | 'parentId'>;

interface Tree {
  units: ReadonlyMap<string, ReformUnit>;
  /** Of every unit that ends or is divided. */
  below: readonly Below[];
  newId: () => string;
}

export function reformPlan(lines: readonly ReformLine[], { units, below, newId }: Tree): ReformPlan {
  const planner = new Planner(lines, newId);
  const { ends } = planner;
  return {
    begins: planner.begins(),
    changes: planner.changes(units),
    moves: planner.moves(below),
    ends,
    heirs: planner.heirs(),
    sums: planner.sums(),
    grown: planner.grown(),
    offices: planner.offices(),
    halves: planner.halves(below),
  };
}

class Planner {
  readonly ends: string[];
  private readonly shape: ReformShape;
  private readonly ids: ReadonlyMap<number, string>;
  private readonly newId: () => string;

  constructor(lines: readonly ReformLine[], newId: () => string) {
    this.shape = new ReformShape(lines);
    this.newId = newId;
    this.ids = new Map([...this.shape.heirs.values()].map((line) => [line.position, line.unitId ?? newId()]));
    this.ends = [...this.shape.parts.keys()].filter((id) => this.shape.ends(id)).sort();
  }

  begins(): ReformPlan['begins'] {
    return byHeight(this.shape).map((line) => ({
      id: this.idAt(line.position),
      position: line.position,
      kind: line.unitKind ?? 'commune',
      type: line.type ?? '',
      name: line.name ?? '',
      code: line.code,
      parentId: this.parentOf(line) ?? '',
    }));
  }

  changes(units: Tree['units']): ReformPlan['changes'] {
    return [...this.shape.keeps.values()].flatMap((line) => {
      const unit = units.get(line.unitId ?? '');
      if (!unit) return [];
      const parentId = this.parentOf(line) ?? this.heirOfPart(unit.id, unit.parentId);
      const { id } = unit;
      const set = { id, type: line.type ?? unit.type, name: line.name ?? unit.name, code: line.code ?? unit.code };
      const isSame = set.type === unit.type && set.name === unit.name && set.code === unit.code;
      return isSame && (parentId === null || parentId === unit.parentId) ? [] : [{ ...set, parentId }];
    });
  }

  moves(below: readonly Below[]): ReformPlan['moves'] {
    return below.flatMap(({ id, parentId }) => {
      if (!parentId || this.shape.ends(id) || this.shape.keeps.has(id) || this.shape.splits.has(id)) return [];
      const toId = this.heirOfPart(id, parentId);
      return toId && toId !== parentId ? [{ id, fromId: parentId, toId }] : [];
    });
  }

  heirs(): ReformPlan['heirs'] {
    return this.ends.flatMap((fromId) =>
      (this.shape.parts.get(fromId) ?? []).map(({ intoPosition, share }) => ({
        fromId,
        toId: this.idAt(intoPosition),
        share,
      })),
    );
  }

  sums(): ReformPlan['sums'] {
    return [...this.shape.heirs.values()].flatMap(({ position, unitId, kind: heirKind }) => {
      const own = heirKind === 'keep' ? unitId : null;
      const parts = this.shape.into(position).filter(({ kind }) => kind === 'merge' || kind === 'part');
      const isKnown = parts.every(({ kind }) => kind === 'merge') && !(own && this.shape.isDivided(own));
      const partIds = [own, ...parts.map((part) => part.unitId)].filter((id): id is string => id !== null);
      return parts.length > 0 && isKnown ? [{ unitId: this.idAt(position), partIds }] : [];
    });
  }

  grown(): string[] {
    return [...this.shape.keeps].flatMap(([id, { position }]) =>
      this.shape.isDivided(id) || this.shape.into(position).some(({ kind }) => kind === 'merge' || kind === 'part')
        ? [id]
        : [],
    );
  }

  offices(): ReformPlan['offices'] {
    return this.shape.lines.flatMap(({ kind, unitId, intoPosition }) => {
      const heir = this.shape.heirs.get(intoPosition ?? 0);
      return kind === 'office' && unitId && heir
        ? [{ fromId: unitId, toId: this.idAt(intoPosition), name: `UBND ${lowerFirst(nameOf(heir))}` }]
        : [];
    });
  }

  halves(below: readonly Below[]): PlannedHalf[] {
    return below.flatMap(({ id: hamletId, parentId: fromId }) => {
      const halves = this.shape.splits.get(hamletId)?.halves ?? [];
      const all = halves.reduce((sum, { households }) => sum + households, 0);
      return halves.map(({ position, type, name, households, intoPosition }) => ({
        id: this.newId(),
        position,
        hamletId,
        type,
        name,
        fromId: fromId ?? '',
        toId: this.idAt(intoPosition),
        households,
        share: shareOf(households, all),
      }));
    });
  }

  private idAt(position: number | null): string {
    return this.ids.get(position ?? 0) ?? '';
  }

  private parentOf({ parentId, parentPosition }: ReformLine): string | null {
    return parentPosition ? this.idAt(parentPosition) : parentId;
  }

  /** Where what stands below a unit goes that ends or is divided; nowhere else where it goes on as it is. */
  private heirOfPart(id: string, parentId: string | null): string | null {
    const into = this.shape.allotted.get(id);
    if (into !== undefined) return this.idAt(into);
    if (!parentId || !this.shape.ends(parentId)) return null;
    const [only, other] = this.shape.heirsOf(parentId);
    return only !== undefined && other === undefined ? this.idAt(only) : null;
  }
}

function byHeight(shape: ReformShape): ReformLine[] {
  const depth = (line: ReformLine, seen = 0): number => {
    const above = shape.heirs.get(line.parentPosition ?? 0);
    return above && seen < shape.heirs.size ? 1 + depth(above, seen + 1) : 0;
  };
  return [...shape.heirs.values()]
    .filter(({ kind }) => kind === 'create')
    .map((line) => ({ line, at: depth(line) }))
    .sort((a, b) => a.at - b.at || a.line.position - b.line.position)
    .map(({ line }) => line);
}
