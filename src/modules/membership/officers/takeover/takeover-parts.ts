import { Injectable } from '@nestjs/common';
import type { TakeoverNumber, TakeoverWait } from '#contracts/membership/takeover-kinds';
import type { Sql } from '#platform/database';

/** What came to a commune, as modules above are asked about it. */
export interface TakeoverAsked {
  unitId: string;
  /** From which day it holds, and from when it is the commune's. */
  on: string;
  at: Date;
  hamletIds: readonly string[];
  /** Former units that have ended. */
  endedIds: readonly string[];
}
/**
 * What waited for an answer at that time: unit_id uuid (of the hamlet, null: of the commune), since timestamptz, done_at
 * timestamptz (null: it waits).
 */
export type WaitingSource = (asked: TakeoverAsked) => Sql;
/** Reports that were owed then: id uuid, unit_id uuid, month date, due_on date, done_at timestamptz. */
export type ReportsSource = (asked: TakeoverAsked) => Sql;
/** What stood in the hamlets then: id uuid, label text, unit_id uuid (of the hamlet). */
export type CameSource = (asked: TakeoverAsked) => Sql;

export interface TakeoverPart {
  waits?: Partial<Record<TakeoverWait, WaitingSource>>;
  reports?: ReportsSource;
  came?: Partial<Record<TakeoverNumber, CameSource>>;
}

/** What a commune took over, by the modules whose it is: each says it once at start. */
@Injectable()
export class TakeoverParts {
  private readonly parts: TakeoverPart[] = [];

  take(part: TakeoverPart): void {
    this.parts.push(part);
  }

  waits(kind: TakeoverWait): WaitingSource | undefined {
    return this.parts.find(({ waits }) => waits?.[kind])?.waits?.[kind];
  }

  reports(): ReportsSource | undefined {
    return this.parts.find(({ reports }) => reports)?.reports;
  }

  came(number: TakeoverNumber): CameSource | undefined {
    return this.parts.find(({ came }) => came?.[number])?.came?.[number];
  }
}
