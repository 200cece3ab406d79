import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { RuleEffect, RuleHearer, RuleKind } from '#contracts/organization/rule-kinds';
import type { RuleValue as Value } from '#contracts/organization/rules';
import { isLooser } from '#contracts/organization/rule-strictness';
import type { Tx } from '#platform/database';

export type RuleValue = z.infer<typeof Value>;
/** As answers carry it: what has a usual value may be left out. */
export type AnsweredValue = z.input<typeof Value>;

/** A rule as it stands in its table. */
export interface KeptRule {
  /** Null: it holds everywhere. */
  unitId: string | null;
  from: string;
  until: string | null;
  directiveId: string | null;
  /** What a rule quotes that names no directive. */
  citation: string | null;
  value: RuleValue;
}

export interface NewRule<V = RuleValue> {
  unitId: string;
  from: string;
  directiveId: string;
  /** "Kế hoạch 31/KH-UBND ngày 15/6/2022" */
  citation: string;
  value: V;
  personId: string;
}

/** Keeps the rules of one kind in the table of its module. */
export interface RuleKeeper {
  /** Of these units and those without a unit, of all days. */
  of(unitIds: readonly string[]): Promise<KeptRule[]>;
  /** Rules of units below that hold on a day. */
  below(unitId: string, day: string): Promise<KeptRule[]>;
  /** The unit's rule that holds on the day ends with the day before. */
  cut(tx: Tx, unitId: string, day: string): Promise<void>;
  begin(tx: Tx, rule: NewRule): Promise<void>;
  /** The rule that begins on the day was never set: the one before it goes on. */
  drop(tx: Tx, unitId: string, from: string): Promise<void>;
  /** What cited the one directive goes on under the other. */
  cite(tx: Tx, oldId: string, newId: string): Promise<void>;
}

/** Where a rule would hold, and from when. */
export interface RulePlace {
  unitId: string;
  /** The rule's first day; today where that one is over. */
  day: string;
  value: RuleValue;
  /** Units below that have a rule of their own: neither they nor what is below them is touched. */
  apart: readonly string[];
}
export interface Touched {
  what: RuleEffect;
  /** It stays as it is. */
  stays: boolean;
  count: number;
  communes: number | null;
}
type Count = (place: RulePlace) => Promise<Touched>;

/** How many are told of a rule before its day; somebody may be several of these. */
export interface HearerCount {
  people: number;
  by: { who: RuleHearer; count: number }[];
}
/** Who is told of a rule, by its kind and place. Whoever sets it is not. */
export interface RuleHearers {
  count(place: RulePlace, exceptId: string | null): Promise<HearerCount>;
  /** All but leaders of teams. */
  officers(place: RulePlace, exceptId: string | null): Promise<string[]>;
}

/** All kinds of dated rules. Modules above say which of them they keep, and what of theirs a rule touches. */
@Injectable()
export class RuleRegistry {
  private readonly keepers = new Map<RuleKind, RuleKeeper>();
  private readonly counts: { kinds: readonly RuleKind[]; count: Count }[] = [];
  private heard: RuleHearers | undefined;

  /** Called once at start by the module whose table it is. */
  keep(kind: RuleKind, keeper: RuleKeeper): void {
    this.keepers.set(kind, keeper);
  }

  /** Called once at start by the module whose rows are counted. */
  countBy(kinds: readonly RuleKind[], count: Count): void {
    this.counts.push({ kinds, count });
  }

  /** Called once at start by the module that knows people. */
  hearBy(hearers: RuleHearers): void {
    this.heard = hearers;
  }

  get hearers(): RuleHearers {
    if (!this.heard) throw new Error('nobody knows who hears of rules');
    return this.heard;
  }

  /** Where a rule would lie on a day. */
  async place(unitId: string, value: RuleValue, day: string): Promise<RulePlace> {
    const own = await this.keeper(value.kind).below(unitId, day);
    const stands = own.filter((rule) => !isLooser(rule.value, value));
    return { unitId, value, day, apart: stands.flatMap((rule) => rule.unitId ?? []) };
  }

  keeper(kind: RuleKind): RuleKeeper {
    const keeper = this.keepers.get(kind);
    if (!keeper) throw new Error(`nobody keeps the rules of ${kind}`);
    return keeper;
  }

  async cite(tx: Tx, oldId: string, newId: string): Promise<void> {
    for (const keeper of this.keepers.values()) await keeper.cite(tx, oldId, newId);
  }

  /** What changes comes first. */
  async touched(place: RulePlace): Promise<Touched[]> {
    const asked = this.counts.filter(({ kinds }) => kinds.includes(place.value.kind));
    const found = await Promise.all(asked.map(({ count }) => count(place)));
    return found.toSorted((a, b) => Number(a.stays) - Number(b.stays));
  }
}
