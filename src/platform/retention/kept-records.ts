import { type Sql, sql } from '#platform/database';

/** What is asked of records: what is older than `before`; at most so many. */
export interface Due {
  before: Date;
  now: Date;
  most: number;
}

/** One kind of records that go by time. */
export interface KeptRecords {
  /** Those whose time is over: `at` since when they count as old, `held` whether somebody holds them back. */
  due: (due: Due) => Sql;
  /** Takes some of them away, never one that is held, and says how many: `gone`. */
  erase: (due: Due) => Sql;
  /** So many at a time, where one of them stands for many rows. */
  batch?: number;
}

/** How many would go, since when the oldest lies there, and how many of the old ones are held back. */
export interface DueCount {
  /** As many as are counted means "more than"; null where counting would cost too much. */
  count: number | null;
  oldest: Date | null;
  held: number;
}

/** The same of what no statement finds. */
export interface KeptThings {
  count: (due: Due) => Promise<DueCount>;
  /** So many went; fewer than were asked for means that none is left. */
  erase: (due: Due) => Promise<number>;
  batch?: number;
  /** When nothing is left it is not asked again for so long. */
  restingMs?: number;
}

/** Records that are whole rows of one table. */
export interface OldRows {
  table: Sql;
  /** With the table's rows as `r`: since when one counts as old. */
  at: Sql;
  /** Which of them go; all without it. */
  which?: Sql;
  /** By which rule a hold names them; none of those that no rule is about is held. */
  held?: Sql;
}

/** They are found by their age and taken by where they lie, so that a batch reads no row that stays. */
export function oldRows(of: OldRows): KeptRecords {
  const { table, at } = of;
  const which = of.which ?? sql`true`;
  const held = of.held ?? sql`false`;
  return {
    due: ({ before, most }) =>
      sql`select ${at} as at, ${held} as held from ${table} r where ${at} < ${before} and ${which} limit ${most}`,
    erase: ({ before, most }) =>
      sql`with gone as (
        delete from ${table} where ctid = any(array(
          select r.ctid from ${table} r where ${at} < ${before} and ${which} and not ${held} limit ${most})) returning 1)
        select count(*)::int as gone from gone`,
  };
}
