/**
 * Limits that hold over all workers. A bucket is one instant: from when the next send is free of it. Whoever wants to send
 * reserves a run of slots, for many buckets in one statement; an unused bucket saves up its burst.
 * Source of the method: the generic cell rate algorithm (ITU-T I.371).
 */
import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';

export interface Wanted {
  key: string;
  perSecond: number;
  /** Slots that may be used at once after a rest. */
  burst: number;
  count: number;
  /** Slots later than so many milliseconds from now are left to others. */
  reachMs: number;
}

export interface Run {
  key: string;
  /** Instant of the first slot, in milliseconds since 1970; the next ones follow in steps. */
  from: number;
  /** 0: the bucket is taken until `from`. */
  count: number;
}

/** Nobody reserves so far ahead: a bucket that is, was written under a wrong clock. */
const NONSENSE_MS = 5 * 60_000;
const IDLE_MS = 3_600_000;

/** How many slots of `a` lie within its reach. */
const slots = (now: Date): Sql =>
  sql`greatest(0, least(a.count, floor((extract(epoch from ${now}::timestamptz - a.start) * 1000 + a.reach) / a.step) + 1))::int`;

function reserveSql(wanted: readonly Wanted[], now: Date): Sql {
  const of = <T>(pick: (one: Wanted) => T): T[] => wanted.map(pick);
  const keys = of(({ key }) => key);
  return sql`
  with asked as (
    select * from unnest(${keys}::text[], ${of(({ perSecond }) => 1000 / perSecond)}::float8[],
      ${of(({ perSecond, burst }) => ((Math.max(1, burst) - 1) * 1000) / perSecond)}::float8[],
      ${of(({ count }) => count)}::int[], ${of(({ reachMs }) => reachMs)}::float8[]) as a(key, step, credit, count, reach)),
  held as materialized (
    select b.key, b.free_at from pace_buckets b where b.key = any(${keys}::text[]) order by b.key for update),
  kept as (
    select a.*, greatest(
             case when h.free_at > ${now}::timestamptz + ${NONSENSE_MS}::float8 * interval '1 ms' then ${now}::timestamptz
                  else h.free_at end,
             ${now}::timestamptz - a.credit * interval '1 ms') as start
      from asked a join held h using (key)),
  granted as (select a.key, a.step, a.start, ${slots(now)} as n from kept a),
  moved as (
    update pace_buckets b set free_at = g.start + g.n * g.step * interval '1 ms' from granted g where b.key = g.key and g.n > 0),
  fresh as (
    select a.key, a.step, a.start, ${slots(now)} as n
      from (select a.*, ${now}::timestamptz - a.credit * interval '1 ms' as start
              from asked a where not exists (select 1 from held h where h.key = a.key)) a),
  made as (
    insert into pace_buckets (key, free_at)
    select key, start + n * step * interval '1 ms' from fresh order by key on conflict do nothing returning key)
  select key, (extract(epoch from start) * 1000)::float8 as "from", n as count from granted
  union all
  select f.key, (extract(epoch from f.start) * 1000)::float8, f.n from fresh f join made using (key)`;
}

@Injectable()
export class PaceStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One run per bucket, in the order asked. The keys must differ. */
  async reserve(wanted: readonly Wanted[]): Promise<Run[]> {
    const runs = new Map<string, Run>();
    for (let left = wanted; left.length > 0; left = left.filter(({ key }) => !runs.has(key)))
      for (const run of await this.ask(left)) runs.set(run.key, run);
    return wanted.map(({ key }) => runs.get(key) as Run);
  }

  /** Nothing passes the bucket before then. */
  async block(key: string, until: Date): Promise<void> {
    await this.database.rows(
      sql`insert into pace_buckets as b (key, free_at) values (${key}, ${until})
       on conflict (key) do update set free_at = greatest(b.free_at, excluded.free_at)`,
    );
  }

  /** A bucket that has been full for an hour says nothing any more. */
  @Tick('notifications.pace', 10 * 60_000)
  async forgetIdle(): Promise<void> {
    await this.database.rows(
      sql`delete from pace_buckets where free_at < ${new Date(this.clock.now().getTime() - IDLE_MS)}`,
    );
  }

  /** Buckets that another process makes at the same moment are missing in the answer. */
  private ask(wanted: readonly Wanted[]): Promise<Run[]> {
    return this.database.rows<Run>(reserveSql(wanted, this.clock.now()));
  }
}
