/** The demo's accounts, each with a fresh one-time invite at every start. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { Database, empty, type Sql, sql } from '#platform/database';
import { type ApiClient, ApiError } from './api-client.ts';
import { bold, dim, line, table } from './terminal.ts';

export interface Account {
  role: string;
  personId: string;
  fullName: string;
}

const MINH_SON = sql`(select v.unit_id from unit_versions v join units u on u.id = v.unit_id
  where v.name = 'Minh Sơn' and u.kind = 'commune' limit 1)`;
/** Minh Sơn, and the commune in which its hamlets are today. */
const itsCommune = sql`(${MINH_SON} union select c.ancestor_id from unit_versions h
  join unit_closure c on c.descendant_id = h.unit_id and c.ancestor_kind = 'commune' where h.parent_id = ${MINH_SON})`;
/** Whoever holds the post; where nobody does any more, who did. */
const officer = (role: string, at = empty) =>
  sql`select p.id, p.full_name as "fullName" from posts o join people p on p.id = o.person_id where o.role = ${role} ${at}
    order by not upper_inf(o.validity), lower(o.validity), o.id limit 1`;
const ofTeam = (role: string) =>
  sql`select p.id, p.full_name as "fullName" from team_members m join teams t on t.id = m.team_id
      join unit_versions v on v.unit_id = t.unit_id join people p on p.id = m.person_id
    where v.name = 'Thôn 1' and v.parent_id = ${MINH_SON} and m.role = ${role} and upper_inf(m.validity) order by m.id limit 1`;

const trainer = (kind: string) =>
  sql`select p.id, p.full_name as "fullName" from posts o join providers v on v.id = o.provider_id
      join people p on p.id = o.person_id
    where o.role = 'trainer' and v.kind = ${kind} order by not upper_inf(o.validity), lower(o.validity), o.id limit 1`;

const accounts: [role: string, query: Sql][] = [
  ['Thành viên Ban chỉ đạo (committee member)', officer('committee_member', sql`and o.unit_id in ${itsCommune}`)],
  ['Cán bộ đầu mối (focal officer)', officer('focal_officer', sql`and o.unit_id in ${itsCommune}`)],
  ['Tổ trưởng (leader)', ofTeam('leader')],
  ['Thành viên (member)', ofTeam('member')],
  ['Giảng viên Viettel (telecom trainer)', trainer('telecom')],
  ['Giảng viên Bưu điện huyện (post trainer)', trainer('post')],
  ['Giảng viên Bưu chính Viettel (Viettel Post trainer)', trainer('viettel_post')],
  ['Cán bộ huyện (district officer)', officer('district_officer')],
  ['Cán bộ tỉnh (province officer)', officer('province_officer')],
  ['Quản trị (admin)', officer('admin')],
];

export async function findAccounts(app: NestFastifyApplication): Promise<Account[]> {
  const found: Account[] = [];
  for (const [role, query] of accounts) {
    const row = await app.get(Database).one<{ id: string; fullName: string }>(query);
    if (row) found.push({ role, personId: row.id, fullName: row.fullName });
  }
  return found;
}

/** The person who is a commune's focal officer. */
export async function focalOf(app: NestFastifyApplication, unitId: string): Promise<string> {
  const row = await app
    .get(Database)
    .one<{ id: string }>(
      sql`select person_id as id from posts where unit_id = ${unitId} and role = 'focal_officer' order by not upper_inf(validity), id limit 1`,
    );
  return row?.id ?? '';
}

/** Who plays in the chapters, by application and person. */
const signedIn = new WeakMap<NestFastifyApplication, Map<string, Promise<ApiClient>>>();

/**
 * Signs a person in as their phone would: a fresh invite, used at once. Once for each person, since a fresh invite ends the link
 * that was printed for somebody to watch with.
 */
export const signInWith = (app: NestFastifyApplication, api: ApiClient) => {
  const known = signedIn.get(app) ?? new Map<string, Promise<ApiClient>>();
  signedIn.set(app, known);
  return (personId: string): Promise<ApiClient> => {
    const client = signedInStill(known.get(personId)).then((still) => still ?? acceptFreshInvite(app, api, personId));
    known.set(personId, client);
    return client;
  };
};

/** What changes somebody's rights or number has ended their sessions. */
async function signedInStill(before: Promise<ApiClient> | undefined): Promise<ApiClient | undefined> {
  const client = await before;
  return client && (await isSignedIn(client)) ? client : undefined;
}

async function isSignedIn(client: ApiClient): Promise<boolean> {
  try {
    await client.call(routes.me);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false;
    throw error;
  }
}

async function acceptFreshInvite(app: NestFastifyApplication, api: ApiClient, personId: string): Promise<ApiClient> {
  const { code } = await app.get(MembershipApi, { strict: false }).freshInvite(personId);
  return api.as((await api.call(routes.acceptInvite, { params: { code }, body: { device: 'demo' } })).token);
}

/** The links for who wants to watch the chapters; the chapters sign the same people in first. */
export async function printAccountsToWatch(app: NestFastifyApplication, api: ApiClient): Promise<void> {
  const signIn = signInWith(app, api);
  for (const { personId } of await findAccounts(app)) await signIn(personId);
  await printAccounts(app);
  line(dim('Các chương sau đây tự chạy; vào xem ngay được, số liệu đổi ngay trên màn hình.'));
}

export async function printAccounts(app: NestFastifyApplication): Promise<void> {
  const rows: string[][] = [];
  for (const { role, personId, fullName } of await findAccounts(app))
    rows.push([role, fullName, (await app.get(MembershipApi).freshInvite(personId)).url]);
  line();
  line(`${bold('Tài khoản dùng thử')}  ${dim('mỗi liên kết vào được một lần')}`);
  table(['Vai trò', 'Họ tên', 'Liên kết mời'], rows);
}
