/** What PostgreSQL refuses about teams and their members, said in the terms of the person who asked. */
import { organizationSql } from '#modules/organization';
import { rowsOf, sql, type Tx, violation } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';

interface Subject {
  unitId?: string | readonly string[];
  teamId?: string;
  on: string;
  path?: string;
}

/**
 * Runs the write in a savepoint, so that the names for the refusal can still be read in the same transaction.
 * @throws membership.hamletHasTeam, membership.alreadyMember, membership.teamHasLeader
 */
export async function refusing<T>(tx: Tx, subject: Subject, write: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await tx.transaction(write);
  } catch (error) {
    throw (await refusal(tx, subject, violation(error)?.constraint)) ?? error;
  }
}

async function refusal(tx: Tx, { unitId, teamId, on, path }: Subject, constraint: string | undefined) {
  const at = path ? { path } : {};
  if (constraint === 'teams_one_per_unit')
    return membershipErrors.hamletHasTeam({ ...at, ...(await otherTeam(tx, unitId ?? [], on)) });
  if (constraint === 'team_members_once') return membershipErrors.alreadyMember(at);
  if (constraint === 'team_members_one_leader')
    return membershipErrors.teamHasLeader({ ...at, ...(await leader(tx, teamId ?? '', on)) });
  return undefined;
}

export async function otherTeam(
  tx: Tx,
  unitId: string | readonly string[],
  on: string,
): Promise<{ team: string; teamId: string } | undefined> {
  const [row] = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select t.id, coalesce(t.name, (select w.name from ${organizationSql.unitNames} w where w.unit_id = t.unit_id
      order by w.validity @> ${on}::date desc, lower(w.validity) desc limit 1)) as name
       from teams t where t.unit_id = any(${[unitId].flat()}::uuid[]) and t.status <> 'draft' and t.validity && daterange(${on}::date, null)
         order by lower(t.validity) limit 1`,
  );
  return row && { team: row.name, teamId: row.id };
}

async function leader(tx: Tx, teamId: string, on: string): Promise<{ name: string } | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    tx,
    sql`select p.full_name as name from team_members m join people p on p.id = m.person_id
      where m.team_id = ${teamId} and m.role = 'leader' and m.validity && daterange(${on}::date, null)
        order by lower(m.validity) limit 1`,
  );
  return row;
}
