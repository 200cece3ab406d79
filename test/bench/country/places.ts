/** Units, teams, people, officers and the papers about them. Two tables of the session number teams and communes. */
import { area, idOf, MEMBERS, OFFICERS, type Seats, signIns } from './seats.ts';
import type { Size } from './country.ts';

const pick = (words: readonly string[], by: string): string =>
  `(array[${words.map((word) => `'${word}'`).join(',')}])[1 + ((${by})::bigint % ${words.length})::int]`;
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Trịnh', 'Lò'];
const middles = ['Văn', 'Thị', 'Đình', 'Hữu', 'Ngọc', 'Minh', 'Thu'];
const given = ['An', 'Bình', 'Cường', 'Dung', 'Hà', 'Hương', 'Khánh', 'Lan', 'Long', 'Mai', 'Nam', 'Oanh', 'Phúc'];
const nameOf = (n: string): string =>
  `${pick(families, n)} || ' ' || ${pick(middles, `${n} / 3`)} || ' ' || ${pick(given, `${n} / 7`)} || ' ' || ${pick(given, `${n} / 11`)}`;
const communeNames = [
  'Minh Sơn',
  'Dân Lý',
  'Xuân Hồng',
  'Thọ Bình',
  'Hợp Thành',
  'Vân Sơn',
  'An Nông',
  'Tân Ninh',
  'Đồng Lợi',
];

export function places({ teams, communes, provinces, largest, toImport }: Size): string[] {
  const provinceOf = `case when n <= ${largest} or n > ${communes} then 1 else 2 + (n - ${largest} - 1) * ${provinces - 1} / ${communes - largest} end`;
  const empty = communes + 1;
  const layers: [kind: keyof typeof area, type: string, name: string, from: string, parent: string][] = [
    ['province', 'tỉnh', `'Tỉnh ' || n`, `generate_series(1, ${provinces}) n`, 'null::uuid'],
    ['commune', 'xã', `'Xã ' || ${pick(communeNames, 'n')} || ' ' || n`, 'seed_communes', 'province_id'],
    ['hamlet', 'thôn', `'Thôn ' || k`, 'seed_hamlets', 'commune_id'],
  ];
  return [
    `create temp table seed_communes as select n, ${idOf(area.commune, 'n')} as id, province, ${idOf(area.province, 'province')} as province_id
       from (select n, ${provinceOf} as province from generate_series(1, ${empty}) n) c`,
    `create temp table seed_hamlets as select h.n, ${idOf(area.hamlet, 'h.n')} as id, c.id as commune_id, c.n as commune, c.province, c.province_id,
            row_number() over (partition by c.n order by h.n) as k
       from (select n, ((n - 1)::bigint * ${communes} / ${teams} + 1)::int as commune from generate_series(1, ${teams}) n
             union all select ${teams} + n, ${empty} from generate_series(1, ${toImport}) n) h join seed_communes c on c.n = h.commune`,
    `create temp table seed_teams as select n, ${idOf(area.team, 'n')} as id, id as unit_id, commune, commune_id, province, province_id, k
       from seed_hamlets where n <= ${teams} order by n`,
    'analyze seed_communes, seed_hamlets, seed_teams',
    ...layers.flatMap(([kind, type, name, from, parent]) => [
      `insert into units (id, kind, validity) select ${idOf(area[kind], 'n')}, '${kind}', '[2022-01-01,)' from ${from} order by n`,
      `insert into unit_versions (id, unit_id, name, type, code, parent_id, validity)
       select ${idOf(area[kind] + 100, 'n')}, ${idOf(area[kind], 'n')}, ${name}, '${type}', (${area[kind]} * 10000000 + n)::text, ${parent}, '[2022-01-01,)' from ${from} order by n`,
      `insert into unit_closure select ${idOf(area[kind], 'n')}, ${idOf(area[kind], 'n')}, '${kind}', '${kind}', 0 from ${from} order by n`,
    ]),
    `insert into unit_closure select province_id, id, 'province', 'commune', 1 from seed_communes order by n`,
    `insert into unit_closure select commune_id, id, 'commune', 'hamlet', 1 from seed_hamlets order by n`,
    `insert into unit_closure select province_id, id, 'province', 'hamlet', 2 from seed_hamlets order by n`,
    `insert into unit_closure_spans select c.*, '(,)' from unit_closure c on conflict do nothing`,
    `insert into teams (id, unit_id, status, validity, created_at) select id, unit_id, 'active', '[2022-04-01,)', '2022-04-01' from seed_teams order by n`,
    `insert into registers (id, unit_id, metric, value, validity) select ${idOf(area.extra, '100000000 + n')}, id, 'population', 5000 + n % 3000, '[2022-01-01,)' from seed_communes`,
    `insert into registers (id, unit_id, metric, value, validity) select ${idOf(area.extra, '110000000 + n')}, id, 'households', 100 + n % 80, '[2022-01-01,)' from seed_hamlets`,
    `insert into ocop_products (id, unit_id, name, owner, listed_on, validity)
     select ${idOf(area.extra, '120000000 + n')}, id, 'Mật ong ' || n, 'HTX ' || n, case when n % 3 = 0 then date '2026-02-01' + (n % 200)::int end, '[2025-01-01,)'
       from seed_hamlets where k % 4 = 1`,
    `insert into offices (id, unit_id, name, phone, email, holder, validity)
     select ${idOf(area.extra, '130000000 + n')}, id, 'UBND xã', '0512 ' || lpad((n / 3)::text, 3, '0') || ' ' || case n % 9 when 0 then '000' else lpad((n % 3)::text, 3, '0') end, 'ubnd' || n || '@xa.example', 'Văn phòng', '[2022-01-01,)' from seed_communes`,
    `insert into directives (id, unit_id, kind, number, issued_on, issuer, abstract, validity)
     select ${idOf(area.directive, 'c.n * 100 + d')}, c.id, 'plan', d || '/KH-UBND', date '2026-01-05' + d * 20, 'UBND xã', 'Kế hoạch chuyển đổi số', '[2026-01-01,)'::daterange
       from seed_communes c, generate_series(1, 10) d
     union all select ${idOf(area.directive, '900000000 + p * 100 + d')}, ${idOf(area.province, 'p')}, 'official_letter', d || '/UBND-CNTT', date '2026-01-05' + d * 10, 'UBND tỉnh', 'Về việc chuyển đổi số', '[2026-01-01,)'::daterange
       from generate_series(1, ${provinces}) p, generate_series(1, 20) d`,
  ];
}

/** Four people per team; one in fifty has no number that works, one in two an account, two in five a session. */
export function people({ teams }: Size): string[] {
  const count = teams * MEMBERS;
  const n = `generate_series(1, ${count}) n`;
  const personId = idOf(area.person, 'n');
  return [
    `insert into people (id, full_name, created_at) select ${personId}, ${nameOf('n')}, '2022-04-01' from ${n}`,
    `insert into phones (id, person_id, e164, raw, is_primary, state, added_at)
     select ${idOf(area.extra, '200000000 + n')}, ${personId}, '+8400' || lpad(n::text, 7, '0'), '', true, case when n % 50 = 0 then 'bounced' else 'ok' end, '2022-04-01' from ${n}`,
    `insert into emails (id, person_id, address, is_primary, added_at)
     select ${idOf(area.extra, '300000000 + n')}, ${personId}, 'p' || n || '@bench.example', true, '2022-04-01' from ${n} where n % 10 = 0`,
    `insert into account_scopes (space, scope) values ('zalo-oa', 'bench'), ('telegram', 'bench') on conflict do nothing`,
    `insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
     select ${idOf(area.extra, '400000000 + n')}, ${personId}, case n % 10 when 1 then 'telegram' else 'zalo-oa' end, 'bench', (9000000000 + n)::text, 'invite', '2026-02-01' from ${n} where n % 2 = 1`,
    `insert into team_members (id, team_id, person_id, role, position, affiliation, validity, end_told)
     select ${idOf(area.extra, '500000000 + n')}, ${idOf(area.team, `((n - 1) / ${MEMBERS} + 1)`)}, ${personId},
            case n % ${MEMBERS} when 1 then 'leader' when 2 then 'deputy' else 'member' end, case n % ${MEMBERS} when 1 then 'Trưởng thôn' end,
            case n % ${MEMBERS} when 1 then 'hamlet_head' when 2 then 'youth_union' else 'other' end,
            case when n % ${MEMBERS * 20} = ${MEMBERS * 10} then '[2022-04-01,2026-10-20)' else '[2022-04-01,)' end::daterange, true from ${n}`,
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds)
     select ${idOf(area.extra, '600000000 + n')}, ${personId}, sha256(n::text::bytea), 'bench', '2026-10-01', '2026-11-17', '2027-01-20', 7776000 from ${n} where n % 5 < 2`,
  ];
}

/** An administrator and an officer per province; three officers and a trainer per commune; a supporter per team. */
export function officers({ communes, provinces }: Size, seats: Seats): string[] {
  const people = `
    select ${idOf(area.officer, '1')} as id, 'admin' as role, ${idOf(area.province, '1')} as unit_id, null::uuid as provider_id, 'Quản trị' as title, 1 as n
    union all select ${idOf(area.officer, 'case p when 1 then 2 else 900000000 + p end')}, 'province_officer', ${idOf(area.province, 'p')}, null, 'Chuyên viên', 10 + p from generate_series(1, ${provinces}) p
    union all select ${idOf(area.officer, 'c.n * 10 + o')}, case o when 3 then 'focal_officer' else 'committee_member' end, c.id, null, 'Công chức', c.n * 10 + o
      from seed_communes c, generate_series(1, ${OFFICERS}) o
    union all select ${idOf(area.trainer, 'c.n')}, 'trainer', c.id, ${idOf(area.provider, 'c.province')}, 'Giảng viên', c.n * 10 + 9 from seed_communes c`;
  return [
    `create temp table seed_officers as ${people}`,
    `insert into people (id, full_name, created_at) select id, ${nameOf('n * 31')}, '2022-04-01' from seed_officers`,
    `insert into emails (id, person_id, address, is_primary, added_at)
     select gen_random_uuid(), id, 'o' || row_number() over () || '@xa.example', true, '2022-04-01' from seed_officers`,
    `insert into phones (id, person_id, e164, raw, is_primary, state, added_at)
     select gen_random_uuid(), id, '+8401' || lpad((row_number() over ())::text, 7, '0'), '', true, 'ok', '2022-04-01' from seed_officers`,
    `insert into posts (id, person_id, role, unit_id, provider_id, title, validity)
     select gen_random_uuid(), id, role, unit_id, provider_id, title, '[2022-04-01,)' from seed_officers`,
    `insert into providers (id, name, kind) select ${idOf(area.provider, 'p')}, 'Viễn thông ' || p, 'telecom' from generate_series(1, ${provinces}) p`,
    `insert into provider_coverage (provider_id, unit_id, validity) select ${idOf(area.provider, 'p')}, ${idOf(area.province, 'p')}, '[2022-01-01,)' from generate_series(1, ${provinces}) p`,
    `insert into supporters (id, team_id, person_id, validity)
     select ${idOf(area.extra, '700000000 + n')}, id, ${idOf(area.officer, 'commune * 10 + 1 + n % 2')}, '[2022-04-01,)' from seed_teams`,
    `insert into steering_committees (id, unit_id, validity) select ${idOf(area.committee, 'n')}, id, '[2022-04-01,)' from seed_communes where n <= ${communes}`,
    signIns(seats),
  ];
}

/** Decisions, groups and what was put right in a decision. */
export function teamPapers(): string[] {
  return [
    `insert into establishing_decisions (id, kind, number, signed_on, signer, team_id, recorded_at)
     select ${idOf(area.decision, 'n')}, 'establish', n || '/QĐ-UBND', '2022-03-20', 'Chủ tịch UBND xã', id, '2022-04-01' from seed_teams`,
    `insert into establishing_decisions (id, kind, number, signed_on, signer, committee_id, recorded_at)
     select ${idOf(area.decision, '900000000 + n')}, 'establish', n || '/QĐ-BCĐ', '2022-03-20', 'Chủ tịch UBND xã', ${idOf(area.committee, 'n')}, '2022-04-01' from seed_communes`,
    `insert into chat_groups (id, team_id, channel, name, registered_by, registered_at)
     select ${idOf(area.extra, '800000000 + n')}, id, case n % 5 when 0 then 'telegram' else 'zalo' end, 'CNS-Thôn ' || k, ${idOf(area.officer, 'commune * 10 + 1')}, '2026-02-01' from seed_teams where n % 5 < 3`,
    `insert into group_chats (id, team_id, channel, address, title, linked_at)
     select ${idOf(area.extra, '810000000 + n')}, id, 'telegram', (-1000000000 - n)::text, 'CNS-Thôn ' || k, '2026-02-01' from seed_teams where n % 5 = 0`,
    `insert into link_requests (id, space, scope, external_id, display_name, phone_e164, reason, asked_at)
     select ${idOf(area.extra, '820000000 + n')}, 'zalo-oa', 'bench', (8000000000 + n)::text, 'Bà con', '+8400' || lpad((n * ${MEMBERS})::text, 7, '0'), 'several', '2026-11-15' from seed_teams where n % 25 = 1`,
    `insert into invites (id, code_hash, person_id, kind, created_by, created_at, expires_at)
     select ${idOf(area.extra, '830000000 + n')}, sha256(('invite-of-the-bench-' || n)::bytea), ${idOf(area.person, `n * ${MEMBERS}`)}, 'member', ${idOf(area.officer, 'commune * 10 + 1')}, '2026-11-15', '2026-11-29' from seed_teams where n % 4 = 0`,
    `insert into decision_corrections (id, decision_id, version, before, after, reason, by_id, at)
     select ${idOf(area.extra, '840000000 + n')}, ${idOf(area.decision, 'n')}, 0, '{"number": "1/QĐ", "signedOn": "2022-03-19", "signer": "Chủ tịch"}', '{"number": "2/QĐ", "signedOn": "2022-03-20", "signer": "Chủ tịch UBND xã"}', 'Gõ nhầm', ${idOf(area.officer, 'commune * 10 + 1')}, '2026-05-01' from seed_teams where n % 10 = 1`,
  ];
}
