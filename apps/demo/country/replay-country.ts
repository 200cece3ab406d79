/** `npm run demo -- --country DIR`: the reform of a whole country, or of one province, replayed from public lists, and what it kept. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { signInWith } from '../accounts.ts';
import type { ApiClient } from '../api-client.ts';
import { signInAdmin } from '../seed/load-district.ts';
import { claim, tell } from '../story/checked.ts';
import { ReformDesk } from '../story/reforms/reform-desk.ts';
import { standingOf } from '../story/reforms/standing.ts';
import { teamsOf } from '../teams-of.ts';
import { bold, count, dim, line } from '../terminal.ts';
import { type CountryFiles, listOf, readCountry } from './read-country.ts';
import { seedCountry } from './seed-country.ts';

const AT_ONCE = 200;
const TEAMS_WITH_WORK = 300;

export async function replayCountry(app: NestFastifyApplication, api: ApiClient, folder: string): Promise<void> {
  const files = await readCountry(folder);
  const { provinces, districts, before, after, onDate } = files;
  line(bold(`${folder}`));
  const admin = await signInAdmin(app, api);
  const countryId = (await admin.call(routes.me)).posts[0]?.unit.id ?? '';
  const seeded = await timed(() => seedCountry(app, countryId, files));
  tell(
    `${count(provinces.length)} tỉnh, ${count(districts.length)} huyện, ${count(before.length)} xã, ${count(seeded.answer.teams)} thôn và Tổ (thôn là tự đặt) ${seconds(seeded)}`,
  );
  for (const [index, provinceId] of [...seeded.answer.provinces.values()].entries())
    await giveWork(app, api, admin, { provinceId, index });
  const desk = new ReformDesk(admin, countryId, {
    title: 'Sắp xếp đơn vị hành chính',
    onDate,
    resolution: { number: '202/NQ-QH15', issuedOn: addDays(onDate, -19), abstract: 'Sắp xếp đơn vị hành chính' },
    from: before.length,
    to: after.length,
    list: () => listOf(files),
  });
  await prepare(desk);
  const standing = await standingOf(app);
  const rehearsal = await timed(() => desk.rehearse());
  tell(`Diễn tập ${seconds(rehearsal)}`);
  const day = await timed(() => desk.schedule());
  tell(`Áp dụng và chuyển xong ${seconds(day)}`);
  line(bold('Phải luôn đúng'));
  claim(
    `${count(standing.teams)} Tổ, ${count(standing.members)} thành viên, ${count(standing.openTasks)} việc đang mở, chỉ tiêu ${count(standing.target)}: 0 mất`,
    JSON.stringify(await standingOf(app)) === JSON.stringify(standing),
  );
  await invariants(app, files);
}

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const from = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - from };
}
const seconds = ({ ms }: { ms: number }): string => dim(`${(ms / 1_000).toFixed(1)} giây`);

/** An order of the province that its teams have open. */
async function giveWork(
  app: NestFastifyApplication,
  api: ApiClient,
  admin: ApiClient,
  { provinceId, index }: { provinceId: string; index: number },
): Promise<void> {
  const today = app.get(Clock).today();
  const params = { unitId: provinceId };
  const officer = await admin.call(routes.appointOfficer, {
    params,
    body: {
      fullName: `Cán bộ tỉnh ${index + 1}`,
      phone: `0518 ${String(100_000 + index)}`,
      email: `tinh-${index + 1}@so.example`,
      role: 'province_officer',
      title: 'Chuyên viên',
      from: '2022-01-01',
    },
  });
  const client = await signInWith(app, api)(officer.person.id);
  const directive = await client.call(routes.createDirective, {
    params,
    body: {
      kind: 'plan',
      number: `${index + 1}/KH-UBND`,
      issuedOn: addDays(today, -10),
      issuer: 'UBND tỉnh',
      abstract: 'Chuyển đổi số',
    },
  });
  const teams = (await teamsOf(client, provinceId)).slice(0, TEAMS_WITH_WORK);
  if (teams.length === 0) return;
  const body = {
    unitId: provinceId,
    templateCode: 'NV03',
    title: 'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến',
    work: 'Cùng bà con nộp hồ sơ trên cổng dịch vụ công bằng điện thoại của chính họ.',
    indicatorCode: 'CQ02',
    target: teams.length * 20,
    dueOn: addDays(today, 20),
    directiveId: directive.id,
    evidence: ['count'],
    shares: teams.map(({ id }) => ({ teamId: id, target: 20 })),
  };
  await client.call(routes.issueAssignment, { body });
}

/** The list is read, codes that others bear are new units, hamlets of divided communes go in turn to each of their heirs. */
async function prepare(desk: ReformDesk): Promise<void> {
  await desk.draft(desk.reform.list());
  const asked = await desk.areNew();
  const divided = (await desk.blocks()).flatMap(({ code, unit }) => (code === 'notAllotted' && unit ? [unit.id] : []));
  const edits: { do: 'allot'; hamletIds: string[]; intoPosition: number }[] = [];
  // One after the other: each looks at the tree of the whole country.
  for (const unitId of divided) {
    const { heirs, hamlets } = await desk.division(unitId);
    for (const [n, { unit }] of hamlets.entries()) {
      const heir = heirs[n % heirs.length];
      if (heir) edits.push({ do: 'allot', hamletIds: [unit.id], intoPosition: heir.position });
    }
  }
  for (let i = 0; i < edits.length; i += AT_ONCE) await desk.edit(edits.slice(i, i + AT_ONCE));
  tell(
    `Đọc danh sách: ${count(asked)} mã cũ mang tên khác là xã mới; ${count(divided.length)} xã bị chia, chia từng thôn`,
  );
  const left = await desk.blocks();
  for (const { code, unit, params } of left.slice(0, 10))
    line(`   ${code} ${unit?.fullName ?? ''} ${JSON.stringify(params)}`);
  claim('Không còn gì chặn lên lịch', left.length === 0);
}

async function invariants(app: NestFastifyApplication, { onDate, after, districts }: CountryFiles): Promise<void> {
  const database = app.get(Database);
  const none = async (text: string, statement: Sql) => {
    const row = await database.one<{ n: number }>(sql`select count(*)::int as n from (${statement}) x`);
    claim(`${text}: ${row?.n ?? '?'}`, row?.n === 0);
  };
  const communes = await database.rows<{ code: string; name: string }>(
    sql`select code, full_name as name from units_at(${onDate}::date) where kind = 'commune'`,
  );
  const found = new Set(communes.map(({ code, name }) => `${code} ${name}`));
  claim(
    `${count(communes.length)} xã từ ${onDate}, đúng mã và tên của danh sách`,
    communes.length === after.length && after.every(({ code, fullName }) => found.has(`${code} ${fullName}`)),
  );
  for (const day of [addDays(onDate, -1), onDate])
    await none(
      `Thôn không thuộc đúng một xã ngày ${day}`,
      sql`select u.id from units u left join unit_closure_at(${day}::date) c on c.descendant_id = u.id and c.ancestor_kind = 'commune'
        where u.kind = 'hamlet' group by u.id having count(c.ancestor_id) <> 1`,
    );
  const gone = sql`units u on upper(u.validity) <= ${onDate}::date`;
  await none(
    'Huyện còn lại',
    sql`select 1 from units_at(${onDate}::date) where kind = 'district' and ${districts.length > 0}`,
  );
  await none(
    'Tổ còn ở đơn vị đã hết',
    sql`select 1 from teams t join ${gone} and u.id = t.unit_id where upper_inf(t.validity)`,
  );
  await none(
    'Chức danh còn ở đơn vị đã hết',
    sql`select 1 from posts o join ${gone} and u.id = o.unit_id where upper_inf(o.validity)`,
  );
  await none(
    'Việc đang mở ở xã khác với thôn',
    sql`select 1 from tasks t where t.state not in ('confirmed', 'cancelled') and not exists (
      select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = t.commune_id)`,
  );
  const [by] = await database.rows<{ old: number; new: number }>(
    sql`select (select sum(t.target)::int from tasks t join unit_closure_at(${onDate}::date - 1) c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune') as old,
      (select sum(t.target)::int from tasks t join unit_closure_at(${onDate}::date) c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune') as new`,
  );
  claim(`Chỉ tiêu cộng theo xã cũ ${count(by?.old ?? 0)}, theo xã mới ${count(by?.new ?? 0)}`, by?.old === by?.new);
}
