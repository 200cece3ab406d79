/** Committees and teams of every commune, each from an Appendix 1 of its own, as the communes would hand them in. */
import { routes } from '#contracts';
import { writeWorkbook } from '#documents';
import type { ApiClient } from '../api-client.ts';
import { committeeOf } from './committees.ts';
import { START, type Tree } from './load-units.ts';
import { communeSeeds, mainCommune, type CommuneSeed } from './places.ts';
import { minhSonRegister } from './minh-son-people.ts';
import { rosterOf, type RosterRow } from './rosters.ts';
import { teamsOf } from '../teams-of.ts';

const header = [
  'Stt',
  'Tên Tổ công nghệ số cộng đồng',
  'Số lượng thành viên của tổ',
  'Họ tên',
  'Chức vụ',
  'Số điện thoại (Bắt buộc)',
];
const DECIDED_ON = '2022-04-12';

export async function loadCommittee(admin: ApiClient, tree: Tree, commune: CommuneSeed, index: number): Promise<void> {
  const params = { unitId: tree.communes.get(commune.name) ?? '' };
  const chair = `Chủ tịch UBND ${commune.type}`;
  await admin.call(routes.createCommittee, {
    params,
    body: { number: `${30 + index}/QĐ-UBND`, signedOn: '2022-04-05', signer: chair, from: '2022-04-05' },
  });
  for (const seat of committeeOf(commune, index)) {
    const email =
      commune.name === mainCommune
        ? `${seat.role === 'focal_officer' ? 'dau-moi' : 'ban-chi-dao'}@minhson.example`
        : undefined;
    await admin.call(routes.addCommitteeMember, {
      params,
      body: { ...seat, ...(email && { email }), from: '2022-04-05' },
    });
  }
}

/** Uploads a clean list and confirms it with the chair's decision; gives how many teams became active. */
export async function loadRoster(admin: ApiClient, tree: Tree, commune: CommuneSeed, index: number): Promise<number> {
  const unitId = tree.communes.get(commune.name) ?? '';
  const rows = commune.name === mainCommune ? earlierRegister() : rosterOf(commune, index);
  const staged = await admin.call(routes.uploadRoster, {
    params: { unitId },
    query: { fileName: `Phu luc 1 ${commune.name}.xlsx` },
    body: await workbookOf(commune, rows),
  });
  const of = { params: { importId: staged.id } };
  // Many lists of the first year lack somebody whom the guidance names; they were signed all the same.
  const gaps = await admin.call(routes.rosterGaps, { ...of, query: { signedOn: DECIDED_ON } });
  const result = await admin.call(routes.confirmRoster, {
    ...of,
    body: {
      decision: {
        number: `${commune.name === mainCommune ? 42 : 50 + index}/QĐ-UBND`,
        signedOn: DECIDED_ON,
        signer: `Chủ tịch UBND ${commune.type}`,
      },
      from: DECIDED_ON,
      knowsOfGaps: gaps.map(({ key }) => key),
    },
  });
  return result.activated;
}

/** Supporters take turns over the teams; the last team of every third commune has none yet. */
export async function loadSupporters(admin: ApiClient, tree: Tree, commune: CommuneSeed, index: number): Promise<void> {
  const unitId = tree.communes.get(commune.name) ?? '';
  const committee = await admin.call(routes.getCommittee, { params: { unitId } });
  const teams = await teamsOf(admin, unitId);
  const supporters = committee?.members ?? [];
  for (const [i, team] of teams.entries()) {
    if (index % 3 === 0 && i === teams.length - 3) continue;
    const supporter = supporters[i % supporters.length];
    if (supporter)
      await admin.call(routes.giveSupport, {
        params: { unitId },
        body: { teams: { only: [team.id] }, personIds: [supporter.person.id] },
      });
  }
}

/** Most groups carry the name of the template, some an older one, some teams have none. */
export async function loadGroups(admin: ApiClient, tree: Tree, commune: CommuneSeed): Promise<void> {
  const teams = await teamsOf(admin, tree.communes.get(commune.name) ?? '');
  for (const [i, team] of teams.entries()) {
    if (i % 7 === 5) continue;
    const name = i % 5 === 3 ? `Tổ CNS ${team.hamlet.name} ${commune.name}` : team.group.proposed;
    await admin.call(routes.setGroup, { params: { teamId: team.id }, body: { channel: 'zalo', name } });
  }
}

export const everyCommune = communeSeeds.map((commune, index) => ({ commune, index }));
export { START };

function earlierRegister(): RosterRow[] {
  return minhSonRegister().flatMap(({ hamlet, people }) =>
    people.map(({ fullName, role, position, phone }) => ({
      team: hamlet,
      fullName,
      position: [roleWords[role], position].filter(Boolean).join(' - '),
      phone,
    })),
  );
}
const roleWords = { leader: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên' } as const;

/** A commune's Appendix 1, as it would hand it in. */
export function workbookOf(commune: CommuneSeed, rows: readonly RosterRow[]): Promise<Buffer> {
  const lines = rows.map((row, i) => [i + 1, row.team, null, row.fullName, row.position, row.phone]);
  return writeWorkbook([
    {
      name: 'Phụ lục 1',
      rows: [
        ['PHỤ LỤC 1'],
        [`Tên đơn vị: UBND ${commune.type} ${commune.name}`],
        ['BÁO CÁO'],
        ['Danh sách Tổ công nghệ số cộng đồng'],
        header,
        ...lines,
      ],
      textColumns: [5],
    },
  ]);
}
