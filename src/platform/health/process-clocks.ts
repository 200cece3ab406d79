import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import type { ClockSkew } from './clock-skew.ts';
import { ProcessClock } from './process-clock.entity.ts';

/** Who has not been heard of for so long does not run any more: each process writes once a minute. */
const SILENT = '5 minutes';

export interface WorstClock {
  process: string;
  aheadMs: number;
  /** How many processes run, this one included. */
  processes: number;
}

/** What each process has found of the clock below it: a worker answers nobody, and could not be asked. */
@Injectable()
export class ProcessClocks {
  private readonly process: string;

  constructor(
    @Inject(ENV) { ROLE }: Env,
    private readonly database: Database,
  ) {
    this.process = `${hostname()}/${process.pid} ${ROLE}`;
  }

  async note({ aheadMs }: ClockSkew): Promise<void> {
    await this.database.rows(
      sql`with gone as (
         delete from process_clocks where measured_at < clock_timestamp() - ${SILENT}::interval and process <> ${this.process})
       insert into process_clocks (process, ahead_ms, measured_at) values (${this.process}, ${aheadMs}, clock_timestamp())
       on conflict (process) do update set ahead_ms = excluded.ahead_ms, measured_at = excluded.measured_at`,
    );
  }

  /** The process ends: nobody has to wait until it is known. */
  async leave(): Promise<void> {
    await this.database.manager.delete(ProcessClock, { process: this.process });
  }

  /** @param own what this process has found just now */
  async worst({ aheadMs }: ClockSkew): Promise<WorstClock> {
    const others = await this.database.rows<{ process: string; aheadMs: number }>(
      sql`select process, ahead_ms as "aheadMs" from process_clocks
        where measured_at >= clock_timestamp() - ${SILENT}::interval and process <> ${this.process}`,
    );
    const all = [{ process: this.process, aheadMs }, ...others];
    const worst = all.reduce((most, one) => (Math.abs(one.aheadMs) > Math.abs(most.aheadMs) ? one : most));
    return { ...worst, processes: all.length };
  }
}
