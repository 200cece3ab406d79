import { validate as isId } from 'uuid';
import { badCursor } from '#platform/http';

/** A place in a list that is ordered by an instant and an id. Opaque to clients. */

export interface Cursor {
  issuedAt: Date;
  id: string;
}

export function encodeCursor(issuedAt: Date, id: string): string {
  return Buffer.from(`${issuedAt.toISOString()} ${id}`).toString('base64url');
}

/** @throws input.invalid for what this list did not give */
export function decodeCursor(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const issuedAt = new Date(at);
  if (!/^(19|20|21)\d\d-/.test(at) || Number.isNaN(issuedAt.getTime()) || !isId(id)) throw badCursor();
  return { issuedAt, id };
}
