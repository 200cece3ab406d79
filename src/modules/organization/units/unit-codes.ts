import { type Database, rowsOf, type Sql, sql, type Tx, violation } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { fullName } from './unit.queries.ts';
import { codeKey } from './code-key.ts';
import type { KnownUnit } from './unit-versions.ts';

/** Who is called by a code of a kind on some day from another one on. */
export interface CodeBearer {
  /** Kind and code, as in `codeKey`. */
  key: string;
  unitId: string;
  /** With its province, since nobody knows every commune of the country. */
  name: string;
}

/** @param from a day; whoever has ended by then is not asked about */
export const codeBearers = (keys: readonly string[], from: string): Sql => sql`
  select v.code_key as key, u.id as "unitId", ${fullName} || coalesce(' (' || p.name || ')', '') as name
    from unit_versions v join units u on u.id = v.unit_id
    cross join lateral (select greatest(lower(v.validity), ${from}::date) as day) d
    left join lateral (select ${fullName} as name from unit_closure_spans c
        join unit_versions v on v.unit_id = c.ancestor_id and v.validity @> d.day
       where c.descendant_id = u.id and c.ancestor_id <> u.id and c.ancestor_kind = 'province' and c.validity @> d.day
       limit 1) p on true
   where v.code_key = any(${keys}::text[]) and (upper_inf(v.validity) or upper(v.validity) > ${from}::date)
   order by upper(v.validity) desc nulls first, u.id`;

/**
 * Before a unit goes on from a day: codes are judged by the database when the transaction ends, because a list may give two units
 * each other's, and there it is too late to refuse one of several.
 * @throws organization.codeTaken
 */
export async function refuseTaken(tx: Tx, { id, kind, versions }: KnownUnit, from: string): Promise<void> {
  const code = versions.at(-1)?.code;
  if (!code || kind === 'hamlet') return;
  const bearers = await rowsOf<CodeBearer>(tx, codeBearers([codeKey(kind, code)], from));
  const other = bearers.find(({ unitId }) => unitId !== id);
  if (other) throw organizationErrors.codeTaken({ path: 'from', code, name: other.name });
}

/** No unit is older. */
const BEFORE_ALL = '0001-01-01';

/** @throws organization.codeTaken, with who bears it, where the work would give two units of a kind one code on the same day */
export async function withOwnCode<T>(database: Database, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const broken = violation(error);
    if (broken?.constraint !== 'unit_versions_code_once') throw error;
    const key = /=\(([^,]*), /.exec(broken.detail)?.[1] ?? '';
    const [bearer] = await database.rows<CodeBearer>(sql`${codeBearers([key], BEFORE_ALL)} limit 1`);
    throw organizationErrors.codeTaken({ path, code: key.slice(key.indexOf(':') + 1), name: bearer?.name ?? '' });
  }
}
