/** A place in a list that is ordered by an instant and an id. Opaque to clients; a broken one starts anew. */
export interface Cursor {
  issuedAt: Date;
  id: string;
}

export function encodeCursor(issuedAt: Date, id: string): string {
  return Buffer.from(`${issuedAt.toISOString()} ${id}`).toString('base64url');
}

export function decodeCursor(cursor: string | undefined): Cursor | null {
  const [at = '', id = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ');
  const issuedAt = new Date(at);
  return Number.isNaN(issuedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { issuedAt, id };
}
