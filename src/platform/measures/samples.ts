import { Injectable } from '@nestjs/common';
import type { PartId } from '#contracts/system/parts';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';

export const SAMPLE_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const HOURS = 24;
/** A day, and the hour that has begun. */
const KEPT_MS = (HOURS + 1) * HOUR_MS;

/** The last day of each measure: at most some three thousand rows. */
@Injectable()
export class Samples {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of several processes in the same five minutes the worst stays. What was not measured leaves no row. */
  async keep(values: ReadonlyMap<PartId, number | null>): Promise<void> {
    const measured = [...values].filter((one): one is [PartId, number] => one[1] !== null && Number.isFinite(one[1]));
    const now = this.clock.now().getTime();
    await this.database.rows(
      sql`with old as (delete from system_samples where at < ${new Date(now - KEPT_MS)})
       insert into system_samples (part, at, value)
       select part, ${new Date(now - (now % SAMPLE_MS))}::timestamptz, value
         from unnest(${measured.map(([part]) => part)}::text[], ${measured.map(([, value]) => value)}::float8[]) as m(part, value)
       on conflict (part, at) do update set value = greatest(system_samples.value, excluded.value)`,
    );
  }

  /** The worst of each of the last 24 hours, oldest first; null where nothing was measured. */
  async hours(): Promise<ReadonlyMap<string, (number | null)[]>> {
    const from = new Date(this.clock.now().getTime() - HOURS * HOUR_MS);
    const rows = await this.database.rows<{ part: string; hour: number; value: number }>(
      sql`select part, floor(extract(epoch from at - ${from}) / 3600)::int as hour, max(value) as value
         from system_samples where at >= ${from} group by 1, 2`,
    );
    const byPart = new Map<string, (number | null)[]>();
    for (const { part, hour, value } of rows) {
      const hours = byPart.get(part) ?? Array.from({ length: HOURS }, () => null as number | null);
      hours[Math.min(hour, HOURS - 1)] = value;
      byPart.set(part, hours);
    }
    return byPart;
  }
}
