import { Injectable } from '@nestjs/common';
import type { CommitteeSeat } from '#contracts/enums';
import type {
  ReformFindingCode,
  ReformInvariant,
  ReformNumber,
  ReformStep,
  WhyNotGiven,
} from '#contracts/organization/reform-kinds';
import type { Actor } from '#platform/auth';
import type { Sql, Tx } from '#platform/database';
import type { AppliedSplit } from '../mergers/splits/applied-split.ts';

/** What a reform takes hold of, as modules above are asked about it. */
export interface ReformAsked {
  onDate: string;
  /** The last day of the old units. */
  dayBefore: string;
  /** Units that end. */
  endingIds: readonly string[];
  /** Units that end, and hamlets that leave a unit which goes on: what stands in or below them on the day before. */
  sourceIds: readonly string[];
  /** Who is chosen for posts of the day, and in which unit. */
  chosen: readonly ChosenPost[];
}

export interface ChosenPost {
  position: number;
  personId: string;
  role: string;
  standIn: boolean;
  seat: CommitteeSeat | null;
  /** The name of the unit. */
  into: string;
  /** Of a unit that goes on. */
  unitId: string | null;
  /** Whoever has the seat there gives it up. */
  replaces: boolean;
}

/** A unit that has ended or given parts away, and where it went. */
export interface Settled {
  id: string;
  ended: boolean;
  heirIds: readonly string[];
  /** The one with the most of its hamlets: what is one thing and cannot be divided goes there. */
  mainHeirId: string | null;
}
export interface ReformDay {
  reformId: string;
  onDate: string;
  /** From when rights change: the day, or the day of the entry where that is later. */
  from: string;
  /** Whoever scheduled it. */
  byId: string;
  posts: readonly ReformPost[];
  /** The first day on which whoever held a post of a unit that ended no longer reads its past. */
  pastUntil: string;
  /** Hamlets of divided units that were divided themselves, each with the unit in which it was. */
  splits: readonly (AppliedSplit & { dividedId: string })[];
}
export interface ReformPost {
  personId: string;
  role: string;
  title: string;
  unitId: string;
  standIn: boolean;
  seat: CommitteeSeat | null;
  replaces: boolean;
}

/** A post, or the lead of a team, that a reform would give. */
export interface RightToGive {
  personId: string;
  role: string;
  /** Where it is judged: the unit itself, or before it is there one in which it comes to stand. */
  unitId: string;
}
export interface RightNotGiven<R extends RightToGive> {
  gift: R;
  why: WhyNotGiven;
}

/** Statements that select id uuid. */
export interface Invariant {
  /** What there was, as the day comes. */
  before: (asked: ReformAsked) => Sql;
  /** What of it has no place any more. */
  lost?: (asked: ReformAsked) => Sql;
  /** Where what has gone cannot be asked for: what of it is somewhere since. */
  kept?: (asked: ReformAsked) => Sql;
  /** What is there besides, as one has become two. */
  added?: (asked: ReformAsked) => Sql;
}
/** So much of an indicator was done, by the places of the day before and by those of the day. */
export interface ReformSum {
  code: string;
  before: number;
  after: number;
}

export interface ReformPart {
  step: ReformStep;
  /** Statements that select id uuid, label text, unit_id uuid of what each number counts. */
  numbers: Partial<Record<ReformNumber, (asked: ReformAsked) => Sql>>;
  /** What stands against the reform, or is told. */
  tell?: (
    asked: ReformAsked,
  ) => Promise<
    { code: ReformFindingCode; unitId?: string; position?: number; params: Record<string, string | number> }[]
  >;
  /** Of these people the ones who hold a post, and so may be given another. */
  people?: (personIds: readonly string[]) => Promise<string[]>;
  /** Of these the ones that the person could not give by hand either. */
  refused?: <R extends RightToGive>(actor: Actor, rights: readonly R[]) => Promise<RightNotGiven<R>[]>;
  invariants?: Partial<Record<ReformInvariant, Invariant>>;
  /** What was done most in that year. */
  sums?: (asked: ReformAsked, year: string) => Promise<ReformSum[]>;
  nameOf?: (personId: string) => Promise<string | undefined>;
  /** Once, before the first of the units, in its transaction. */
  begin?: (tx: Tx, day: ReformDay) => Promise<void>;
  /** Of some of the units, in one transaction with how far it is. */
  settle?: (tx: Tx, day: ReformDay, units: readonly Settled[]) => Promise<void>;
}

/** What hangs on units that a reform takes hold of: each module above puts its own in its place. */
@Injectable()
export class ReformParts {
  private readonly parts = new Map<ReformPart['step'], ReformPart>();

  /** Called once at start by the module whose it is. */
  take(part: ReformPart): void {
    this.parts.set(part.step, part);
  }

  of(step: ReformStep): ReformPart | undefined {
    return this.parts.get(step);
  }

  all(): ReformPart[] {
    return [...this.parts.values()];
  }

  async known(personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const found = await Promise.all(this.all().map(({ people }) => people?.(personIds) ?? []));
    return new Set(found.flat());
  }

  async refused<R extends RightToGive>(actor: Actor, rights: readonly R[]): Promise<RightNotGiven<R>[]> {
    if (rights.length === 0) return [];
    const found = await Promise.all(this.all().map((part) => part.refused?.(actor, rights) ?? []));
    return found.flat();
  }

  async nameOf(personId: string | null): Promise<string | undefined> {
    if (!personId) return undefined;
    for (const { nameOf } of this.all()) {
      const name = await nameOf?.(personId);
      if (name) return name;
    }
    return undefined;
  }
}
