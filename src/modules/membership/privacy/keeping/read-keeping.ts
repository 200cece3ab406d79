import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { isKeptName, type KeptName, ruleOf } from '#contracts/privacy/kept-records';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { RetentionRegistry, RetentionRuns } from '#platform/retention';
import { HoldQueries } from './hold.queries.ts';

type Board = RouteAnswer<typeof routes.readKeeping>;

const AHEAD_DAYS = 30;
/** Counts that run beside each other. */
const AT_ONCE = 3;
const MOST_RUNS = 60;
const MOST_HOLDS = 100;

/** What would go, what went, and what is held back. Counts and days only: nobody is named but who is held and by whom. */
@Injectable()
export class ReadKeeping {
  constructor(
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly registry: RetentionRegistry,
    private readonly runs: RetentionRuns,
    private readonly held: HoldQueries,
  ) {}

  async execute(actor: Actor): Promise<Board> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const records = await this.records();
    const runs = await this.runs.latest(MOST_RUNS);
    return {
      at: this.clock.now().toISOString(),
      aheadDays: AHEAD_DAYS,
      records,
      // A kind that went in an earlier version is told under no name.
      runs: runs.flatMap(({ onDay, record, gone }) => (isKeptName(record) ? [{ onDay, name: record, gone }] : [])),
      holds: await this.held.latest(MOST_HOLDS),
    };
  }

  /** Some at a time: one after the other whoever looks waits for the sum, all at once nobody else gets a connection. */
  private async records(): Promise<Board['records']> {
    const { groups } = this.registry;
    const records: Board['records'] = [];
    for (let from = 0; from < groups.length; from += AT_ONCE)
      records.push(
        ...(await Promise.all(groups.slice(from, from + AT_ONCE).map((group) => this.counted(group)))).flat(),
      );
    return records;
  }

  /** Kinds of one rule. */
  private async counted(group: readonly KeptName[]): Promise<Board['records']> {
    const [first] = group;
    if (!first) return [];
    const before = await this.registry.before(first);
    const counts = await this.registry.count(group, before, AHEAD_DAYS);
    return [...counts].map(([name, { count, oldest, held }]) => ({
      name,
      rule: ruleOf(name),
      before: before.toISOString(),
      count,
      oldest: oldest?.toISOString() ?? null,
      held,
    }));
  }
}
