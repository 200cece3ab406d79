/** What the seeded country lacks for a reform of all of it: one root, a resolution, and work that is open in every team. */
import { createHash } from 'node:crypto';
import { hashToken } from '#platform/auth';
import type { Country } from '../country/country.ts';
import { orderColumns, orderValues, taskColumns } from '../country/year.ts';
import { area, idOf, MEMBERS, uuid } from '../country/seats.ts';

export const ROOT = '00000001-0000-7000-8000-00000000ffff';
export const RESOLUTION = '00000002-0000-7000-8000-00000000ffff';
const ORDERS = 3;

export async function underOneRoot({ client }: Country): Promise<void> {
  await client.query(`
    insert into units (id, kind, validity) values ('${ROOT}', 'country', '[2022-01-01,)');
    insert into unit_versions (id, unit_id, name, type, code, validity)
      values (gen_random_uuid(), '${ROOT}', 'Việt Nam', 'nước', 'VN', '[2022-01-01,)');
    update unit_versions set parent_id = '${ROOT}' where parent_id is null and unit_id <> '${ROOT}';
    insert into unit_closure select '${ROOT}', '${ROOT}', 'country', 'country', 0
      union all select distinct on (descendant_id) '${ROOT}'::uuid, descendant_id, 'country', descendant_kind, depth + 1
        from (select * from unit_closure where ancestor_kind = 'province') c order by 2;
    insert into unit_closure_spans select c.*, '(,)' from unit_closure c where ancestor_id = '${ROOT}';
    insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity)
      values ('${RESOLUTION}', '${ROOT}', 'plan', '202/NQ-QH15', '2026-06-12', 'Quốc hội', 'Sắp xếp đơn vị hành chính', '[2026-06-12,)');
    update posts set unit_id = '${ROOT}' where role = 'admin'`);
}

/** Accepted by every team, of its province. */
export async function openOrders({ client, size }: Country): Promise<void> {
  const order = (province: string) => idOf(area.extra, `1900000000 + ${province} * 10 + o`);
  const leader = idOf(area.person, `(n - 1) * ${MEMBERS} + 1`);
  await client.query(`
    ${orderColumns} select ${order('p')}, ${idOf(area.province, 'p')}, 'NV03', 'digital_government', 'Việc đang làm ' || o, ${orderValues},
        ${size.teams} * 10, '2026-12-20', '2026-11-20', ${idOf(area.directive, '900000000 + p * 100 + 1')}, '{count}', 'normal',
        ${idOf(area.officer, 'case p when 1 then 2 else 900000000 + p end')}, '2026-11-10', '2026-11-10', ${order('p')}, null
      from generate_series(1, ${size.provinces}) p, generate_series(1, ${ORDERS}) o;
    ${taskColumns} select gen_random_uuid(), ${order('province')}, 'team', id, id, unit_id, commune_id, 20, '2026-12-20', '2026-11-20', 'accepted',
        '2026-11-12', ${leader}, '2026-11-12', null, null, null, null
      from seed_teams, generate_series(1, ${ORDERS}) o`);
}

/** Leaders of as many teams, spread over the country, each signed in. */
export const LEADERS = 2_000;
export const tokenOf = (n: number): string => createHash('sha256').update(`leader ${n}`).digest('base64url');

export async function signLeadersIn({ client, size }: Country): Promise<void> {
  const each = Math.max(1, Math.floor(size.teams / LEADERS));
  const leaders = Array.from({ length: Math.min(LEADERS, size.teams) }, (_, n) => n);
  await client.query(
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
       select gen_random_uuid(), p.id, p.hash, 'bench', '2026-10-01', '2026-11-17', '2027-01-20', 7776000
         from unnest($1::uuid[], $2::bytea[]) as p(id, hash)`,
    [leaders.map((n) => uuid(area.person, n * each * MEMBERS + 1)), leaders.map((n) => hashToken(tokenOf(n)))],
  );
}

export interface Counts {
  teams: number;
  tasks: number;
  target: number;
  /** Posts that are held in units that have ended. */
  postsInEnded: number;
}

export async function countsOf(country: Country): Promise<Counts> {
  const [counts] = await country.rows<Counts>(`
    select (select count(*)::int from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = '${ROOT}'
        join units u on u.id = t.unit_id and upper_inf(u.validity) where upper_inf(t.validity)) as teams,
      (select count(*)::int from tasks where state not in ('confirmed', 'cancelled')) as tasks,
      (select sum(target)::int from tasks where state not in ('confirmed', 'cancelled')) as target,
      (select count(*)::int from posts o join units u on u.id = o.unit_id and not upper_inf(u.validity)
        where upper_inf(o.validity)) as "postsInEnded"`);
  if (!counts) throw new Error('nothing was counted');
  return counts;
}
