import { Injectable } from '@nestjs/common';
import { keptNames, keptRecords, type KeptName, MOST_COUNTED, ruleOf } from '#contracts/privacy/kept-records';
import type { KeepingKind } from '#contracts/organization/keeping-terms';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import type { Due, DueCount, KeptRecords, KeptThings } from './kept-records.ts';
import { RetentionPort } from './retention-port.ts';

const DAY_MS = 86_400_000;
const NONE: DueCount = { count: 0, oldest: null, held: 0 };

type Counter = (due: Due) => Promise<ReadonlyMap<KeptName, DueCount>>;
type ErasedThings = Omit<KeptThings, 'count'>;
/** One of several kinds that are found together. */
interface TogetherKept extends Pick<KeptRecords, 'erase'> {
  name: KeptName;
}

/** All kinds of records that go by time. Each module says at start how its own are found and erased. */
@Injectable()
export class RetentionRegistry {
  private readonly kinds = new Map<KeptName, ErasedThings>();
  /** Kinds that have the same one are counted by it at once. */
  private readonly counters = new Map<KeptName, Counter>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly port: RetentionPort,
  ) {}

  /** Called once at start by the module whose records they are. */
  keep(name: KeptName, records: KeptRecords): void {
    this.keepBy(name, {
      count: async (due) => (await this.countRows(records, due)) ?? NONE,
      erase: this.eraserOf(records.erase),
      ...(records.batch && { batch: records.batch }),
    });
  }

  /** The same where more is to be done than a statement can. */
  keepBy(name: KeptName, { count, ...things }: KeptThings): void {
    this.add(name, things, async (due) => new Map([[name, await count(due)]]));
  }

  /** Kinds of one rule that cost as much to find as one of them alone: `counts` gives a row by name for each that has any. */
  keepTogether(kinds: readonly TogetherKept[], counts: (due: Due) => Sql): void {
    const counter: Counter = async (due) => {
      const rows = await this.database.rows<DueCount & { name: KeptName }>(counts(due));
      const found = new Map(rows.map(({ name, ...count }) => [name, count]));
      return new Map(kinds.map(({ name }) => [name, found.get(name) ?? NONE]));
    };
    for (const { name, erase } of kinds) this.add(name, { erase: this.eraserOf(erase) }, counter);
  }

  /** In the order of the table of what expires when: what rests on others goes before them. */
  get names(): KeptName[] {
    return keptNames.filter((name) => this.kinds.has(name));
  }

  of(name: KeptName): ErasedThings {
    const things = this.kinds.get(name);
    if (!things) throw new Error(`nobody keeps ${name}`);
    return things;
  }

  /** What is older goes. */
  async before(name: KeptName): Promise<Date> {
    const kind = ruleOf(name);
    if (kind) return this.port.before(kind);
    return new Date(this.clock.now().getTime() - Number(keptRecords[name]) * DAY_MS);
  }

  /** Kinds of one rule that are counted together; most are by themselves. */
  get groups(): KeptName[][] {
    const groups = new Map<unknown, KeptName[]>();
    for (const name of this.names) {
      const counter = this.counters.get(name);
      groups.set(counter, [...(groups.get(counter) ?? []), name]);
    }
    return [...groups.values()];
  }

  /** @param group one of `groups` @param aheadDays what would go by then */
  async count(group: readonly KeptName[], before: Date, aheadDays = 0): Promise<ReadonlyMap<KeptName, DueCount>> {
    const by = (at: Date) => new Date(at.getTime() + aheadDays * DAY_MS);
    const [first] = group;
    const counter = first && this.counters.get(first);
    if (!counter) throw new Error(`nobody keeps ${group.join(', ')}`);
    return counter({ before: by(before), now: by(this.clock.now()), most: MOST_COUNTED });
  }

  /** Of all records that a rule is about. */
  async countOf(kind: KeepingKind, before: Date): Promise<number> {
    const groups = this.groups.filter(([name]) => name && ruleOf(name) === kind);
    const counts = await Promise.all(groups.map((group) => this.count(group, before)));
    return counts.flatMap((each) => [...each.values()]).reduce((sum, { count }) => sum + (count ?? 0), 0);
  }

  private add(name: KeptName, things: ErasedThings, counter: Counter): void {
    if (this.kinds.has(name)) throw new Error(`${name} are kept twice`);
    this.kinds.set(name, things);
    this.counters.set(name, counter);
  }

  private eraserOf(erase: KeptRecords['erase']): KeptThings['erase'] {
    return async (due) => (await this.database.one<{ gone: number }>(erase(due)))?.gone ?? 0;
  }

  private countRows(records: KeptRecords, due: Due): Promise<DueCount | undefined> {
    return this.database.one(
      sql`select count(*) filter (where not d.held)::int as count, min(d.at) filter (where not d.held) as oldest,
        count(*) filter (where d.held)::int as held from (${records.due(due)}) d`,
    );
  }
}
