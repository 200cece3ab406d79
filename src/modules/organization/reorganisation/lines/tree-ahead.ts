/** The tree as scheduled reforms will have made it by a later day: what stands on them can be drafted before they begin. Pure. */
import { v7 } from 'uuid';
import { nameOf, type ReformLine, ReformShape, type ReformUnit } from './reform-lines.ts';
import { type Below, type ReformPlan, reformPlan } from './reform-plan.ts';

type BelowUnit = Below & Pick<ReformUnit, 'kind' | 'type' | 'name' | 'fullName'>;

export class TreeAhead {
  /** Units of any day that is looked at; those that will have ended know it. */
  readonly units: Map<string, ReformUnit>;
  /** What will stand elsewhere than it is entered today, or is not there yet. */
  private readonly placed = new Map<string, BelowUnit>();
  private readonly ended = new Set<string>();

  constructor(units: readonly ReformUnit[]) {
    this.units = new Map(units.map((unit) => [unit.id, unit]));
  }

  standing(on: string): ReformUnit[] {
    const all = [...this.units.values()].filter(({ from, to }) => from <= on && (to === null || to > on));
    return this.placed.size === 0
      ? all
      : all.sort((a, b) => compare(a.code ?? '', b.code ?? '') || compare(a.id, b.id));
  }

  /** @param entered what stands below these as it is entered today */
  below(unitIds: readonly string[], entered: readonly BelowUnit[]): BelowUnit[] {
    if (this.placed.size === 0 && this.ended.size === 0) return [...entered];
    const asked = new Set(unitIds);
    const stay = entered.filter(({ id }) => !this.placed.has(id));
    const came = [...this.placed.values()].filter(({ parentId }) => asked.has(parentId ?? ''));
    return [...stay, ...came].filter(({ id }) => !this.ended.has(id)).sort((a, b) => compare(a.id, b.id));
  }

  /** What will have come below these by then. */
  cameInto(unitIds: readonly string[]): string[] {
    const asked = new Set(unitIds);
    return [...this.placed.values()].flatMap(({ id, parentId }) => (asked.has(parentId ?? '') ? [id] : []));
  }

  /** One more reform, the earlier ones first. @param entered what stands below its sources as it is entered today */
  take(lines: readonly ReformLine[], onDate: string, entered: readonly BelowUnit[]): void {
    const shape = new ReformShape(lines);
    const below = this.below(shape.sources(), entered);
    const plan = reformPlan(lines, { units: this.units, below, newId: v7 });
    this.begin(plan, onDate);
    for (const { id, parentId, ...set } of plan.changes) {
      const unit = this.units.get(id);
      if (unit) this.place({ ...unit, ...set, fullName: nameOf(set), parentId: parentId ?? unit.parentId }, onDate);
    }
    const known = new Map(below.map((unit) => [unit.id, unit]));
    for (const { id, toId } of plan.moves) {
      const [unit, hamlet] = [this.units.get(id), known.get(id)];
      if (unit) this.place({ ...unit, parentId: toId }, onDate);
      else if (hamlet) this.placed.set(id, { ...hamlet, parentId: toId });
    }
    // Halves of a hamlet have no ids before they are there: who divides their commune once more waits for that.
    for (const id of shape.splits.keys()) this.ended.add(id);
    for (const id of plan.ends) {
      const unit = this.units.get(id);
      this.ended.add(id);
      if (unit) this.units.set(id, { ...unit, to: onDate });
    }
  }

  /** Of what begins elsewhere nothing is known here. */
  private begin({ begins }: ReformPlan, onDate: string): void {
    for (const { position: _, ...unit } of begins)
      if (this.units.has(unit.parentId))
        this.place({ ...unit, fullName: nameOf(unit), from: onDate, to: null, changedOn: onDate }, onDate);
  }

  private place(unit: ReformUnit, changedOn: string): void {
    this.units.set(unit.id, { ...unit, changedOn });
    const { id, kind, type, name, parentId, fullName } = unit;
    this.placed.set(id, { id, kind, type, name, parentId, fullName });
  }
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
