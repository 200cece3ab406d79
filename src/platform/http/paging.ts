import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { invalid } from './problem.ts';
import { unstorable } from './unstorable.ts';

/** A cursor that this list did not give: of another list, cut off, or made up. */
export const badCursor = () => invalid([{ path: 'query.cursor', code: 'input.cursor', params: {} }]);

/** The query of a page, with everything else that decides which rows the list has and how it sorts them. */
export interface PageAsked {
  cursor?: string | undefined;
  limit: number;
  [filter: string]: unknown;
}

/**
 * Pages of one list by keyset: a cursor carries the values that the list sorts by, of the last row that was given, so that
 * rows which come or go meanwhile make nothing appear twice or be skipped. The values must tell rows apart: end with an id.
 * A cursor fits only the list, filter and sorting that gave it; nothing else in it is trusted, it is a place and no right.
 *
 *     const pages = pagesOf('teams', z.tuple([z.string(), z.uuid()]));
 *     const after = pages.after({ unitId, ...query });   // null on the first page
 *     ... where ${after ? sql`(name, id) > (${after[0]}, ${after[1]})` : sql`true`} order by name, id limit ${limit + 1}
 *     return { ...pages.cut({ unitId, ...query }, rows, (row) => [row.name, row.id]), total };
 */
export function pagesOf<K extends z.ZodType<readonly (string | number | boolean | null)[]>>(list: string, key: K) {
  return {
    /** The values to go on after. @throws input.invalid for what this list did not give */
    after(asked: PageAsked): z.output<K> | null {
      if (asked.cursor === undefined) return null;
      const [mark, ...values] = read(asked.cursor);
      const parsed = key.safeParse(values);
      if (mark !== markOf(list, asked) || !parsed.success || unstorable(values).length > 0) throw badCursor();
      return parsed.data;
    },

    /** Of one row more than the page holds: the page's rows, and the cursor after the last one of them. */
    cut<Row>(asked: PageAsked, rows: readonly Row[], keyOf: (row: Row) => z.output<K>) {
      const items = rows.slice(0, asked.limit);
      const last = items.at(-1);
      const isEnd = rows.length <= asked.limit || last === undefined;
      return { items, nextCursor: isEnd ? null : write([markOf(list, asked), ...keyOf(last)]) };
    },
  };
}

const write = (values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

function read(cursor: string): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    // base64url passes over what is none: only what was written so is taken.
    if (Array.isArray(values) && write(values) === cursor) return values;
  } catch {
    // Not what this list gave.
  }
  throw badCursor();
}

/** Tells lists, filters and sortings apart; the page's size may change on the way. */
function markOf(list: string, { cursor: _cursor, limit: _limit, ...filter }: PageAsked): string {
  const known = Object.entries(filter).filter(([, value]) => value !== undefined);
  const text = JSON.stringify([list, known.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
