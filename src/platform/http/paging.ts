import { invalid } from './problem.ts';

const MOST_OFFSET = /^\d{1,7}$/;

/** Where a list goes on that is paged by its count. @throws input.invalid for what no page of it gave */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!MOST_OFFSET.test(cursor)) throw badCursor();
  return Number(cursor);
}

/** A cursor that this list did not give: of another list, cut off, or made up. */
export const badCursor = () => invalid([{ path: 'query.cursor', code: 'input.cursor', params: {} }]);
