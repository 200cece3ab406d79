import { Injectable } from '@nestjs/common';
import { keptNames, keptRecords, type KeptName, MOST_COUNTED, ruleOf } from '#contracts/privacy/kept-records';
import type { KeepingKind } from '#contracts/organization/keeping-terms';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Due, DueCount, KeptRecords, KeptThings } from './kept-records.ts';
import { RetentionPort } from './retention-port.ts';

const DAY_MS = 86_400_000;

/** All kinds of records that go by time. Each module says at start how its own are found and erased. */
@Injectable()
export class RetentionRegistry {
  private readonly kinds = new Map<KeptName, KeptThings>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly port: RetentionPort,
  ) {}

  /** Called once at start by the module whose records they are. */
  keep(name: KeptName, records: KeptRecords): void {
    this.keepBy(name, {
      count: async (due) => (await this.countRows(records, due)) ?? { count: 0, oldest: null, held: 0 },
      erase: async (due) => (await this.database.one<{ gone: number }>(records.erase(due)))?.gone ?? 0,
      ...(records.batch && { batch: records.batch }),
    });
  }

  /** The same where more is to be done than a statement can. */
  keepBy(name: KeptName, things: KeptThings): void {
    if (this.kinds.has(name)) throw new Error(`${name} are kept twice`);
    this.kinds.set(name, things);
  }

  /** In the order of the table of what expires when: what rests on others goes before them. */
  get names(): KeptName[] {
    return keptNames.filter((name) => this.kinds.has(name));
  }

  of(name: KeptName): KeptThings {
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

  /** @param aheadDays what would go by then */
  count(name: KeptName, before: Date, aheadDays = 0): Promise<DueCount> {
    const by = (at: Date) => new Date(at.getTime() + aheadDays * DAY_MS);
    return this.of(name).count({ before: by(before), now: by(this.clock.now()), most: MOST_COUNTED });
  }

  /** Of all records that a rule is about. */
  async countOf(kind: KeepingKind, before: Date): Promise<number> {
    const counts = await Promise.all(
      this.names.filter((name) => ruleOf(name) === kind).map((name) => this.count(name, before)),
    );
    return counts.reduce((sum, { count }) => sum + (count ?? 0), 0);
  }

  private countRows(records: KeptRecords, due: Due): Promise<DueCount | undefined> {
    return this.database.one(
      sql`select count(*) filter (where not d.held)::int as count, min(d.at) filter (where not d.held) as oldest,
        count(*) filter (where d.held)::int as held from (${records.due(due)}) d`,
    );
  }
}
