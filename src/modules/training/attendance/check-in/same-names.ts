/**
 * A walk-in is known by a name that somebody typed. Where two phones typed the same one, or a phone typed the name of a
 * person whom another phone knew, nobody but the trainer can say whether these are one or two people: the later walk-in is
 * doubtful until they do. What the trainer has decided stays.
 */
import { execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';

/** Typed names differ in marks, letter case and blanks. */
const typed = (name: Sql): Sql => sql`fold(regexp_replace(trim(${name}), '\\s+', ' ', 'g'))`;
const sameName = sql`${typed(sql`o.full_name`)} = ${typed(sql`w.full_name`)}`;

/** Gives the ids of the check-ins that do not count any more. Call it with the session's row locked. */
export async function doubtSameNames(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`update check_ins w set state = 'doubtful', why = 'same_name'
     where w.session_id = ${sessionId} and w.person_id is null and w.state = 'counted' and w.decided_by is null
       and exists (
         select 1 from check_ins o
          where o.session_id = w.session_id and o.id <> w.id and o.state <> 'refused' and ${sameName}
            and (o.person_id is not null or o.decided_by is not null or (o.at, o.id) < (w.at, w.id)))
    returning w.id`,
  );
  return rows.map(({ id }) => id);
}

/** The trainer has looked at one check-in beside those of its name: the others that count are decided with it. */
export async function settleSameNames(tx: Tx, checkInId: string, decidedBy: string): Promise<void> {
  await execute(
    tx,
    sql`update check_ins w set decided_by = ${decidedBy} from check_ins o
     where o.id = ${checkInId} and w.session_id = o.session_id and w.person_id is null and w.state = 'counted'
       and w.decided_by is null and ${sameName}`,
  );
}
