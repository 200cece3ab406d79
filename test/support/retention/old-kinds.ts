/** How a suite makes a record that is as old as it wants it, and sees whether it is still there. */
import { randomBytes } from 'node:crypto';
import type { KeptName } from '#contracts/privacy/kept-records';
import { type Sql, sql } from '#platform/database';

export interface Made {
  /** Its own id, or what stands for it. */
  key: string;
  personId: string;
  unitId: string;
  at: Date;
}
export interface Kind {
  make: (of: Made) => Sql[];
  /** A row while it is there. */
  left: (key: string) => Sql;
  /** Nobody's: held by the whole rule alone. */
  ofNobody?: true;
}
export type Kinds = Partial<Record<KeptName, Kind>>;

export const bytes = () => randomBytes(32);
export const byId =
  (table: Sql, more: Sql = sql`true`) =>
  (key: string) =>
    sql`select 1 from ${table} where id = ${key}::uuid and ${more}`;
