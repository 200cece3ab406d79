/** Loads Triệu Sơn through the API, as its officers would, and shows how far it is. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { CreateAdmin } from '#modules/membership';
import { Database, sql } from '#platform/database';
import type { ApiClient } from '../api-client.ts';
import { bold, count, line, ProgressLine } from '../terminal.ts';
import { loadContacts } from './load-contacts.ts';
import { loadProducts, loadRegisters } from './load-registers.ts';
import { everyCommune, loadCommittee, loadGroups, loadRoster, loadSupporters } from './load-teams.ts';
import {
  type Directives,
  loadDirectives,
  loadHamlets,
  loadProviders,
  loadUnits,
  START,
  type Tree,
} from './load-units.ts';
import { communeSeeds, mainCommune, province } from './places.ts';
import { loadTraining } from './training/load-training.ts';

export interface Loaded {
  tree: Tree;
  communeId: string;
  directives: Directives;
  admin: ApiClient;
}

/** True once a whole load has come to its end; what was cut off half-way is told to begin anew. */
export async function isLoaded(app: NestFastifyApplication): Promise<boolean> {
  const row = await app
    .get(Database)
    .one<{ done: boolean; begun: boolean }>(
      sql`select exists (select 1 from secrets where name = 'demo.loaded') as done, exists (select 1 from units) as begun`,
    );
  if (row?.begun && !row.done) throw new Error('The last load of the demo was cut off. Run `npm run demo -- --reset`.');
  return row?.done ?? false;
}

export async function loadDistrict(app: NestFastifyApplication, api: ApiClient): Promise<Loaded> {
  line();
  line(bold(`Huyện Triệu Sơn, ${count(communeSeeds.length)} xã và thị trấn của năm 2022`));
  const admin = await signInAdmin(app, api);
  const { id: countryId } = (await admin.call(routes.me)).posts[0]?.unit ?? { id: '' };
  const { id: provinceId } = await admin.call(routes.createUnit, {
    body: { kind: 'province', ...province, parentId: countryId, from: START },
  });
  const tree = await loadUnits(admin, provinceId);
  const communeId = tree.communes.get(mainCommune) ?? '';
  const hamlets = await loadHamlets(admin, tree);
  const directives = await loadDirectives(admin, tree, communeId);
  const providers = await loadProviders(admin, tree);
  await appointOfficers(admin, tree);
  const teams = await loadCommunes(admin, tree);
  await loadRegisters(
    admin,
    tree,
    communeSeeds.map(({ name }) => name),
  );
  await loadProducts(admin, tree);
  const people = await loadContacts(app, tree);
  line(
    `   ${count(communeSeeds.length)} xã, thị trấn · ${count(hamlets)} thôn, phố · ${count(teams)} Tổ · ${count(people)} người`,
  );
  await loadTraining(app, api, { admin, tree, providers });
  return { tree, communeId, directives, admin };
}

export async function signInAdmin(app: NestFastifyApplication, api: ApiClient): Promise<ApiClient> {
  const invite = await app
    .get(CreateAdmin, { strict: false })
    .execute({ fullName: 'Nguyễn Quản Trị', email: 'quan-tri@to-so.example' });
  const { token } = await api.call(routes.acceptInvite, { params: { code: invite.code }, body: { device: 'demo' } });
  return api.as(token);
}

async function appointOfficers(admin: ApiClient, tree: Tree): Promise<void> {
  await admin.call(routes.appointOfficer, {
    params: { unitId: tree.districtId },
    body: {
      fullName: 'Lê Thanh Sơn',
      phone: '0519 000 001',
      email: 'vhtt@trieuson.example',
      role: 'district_officer',
      title: 'Chuyên viên Phòng Văn hóa và Thông tin',
      from: START,
    },
  });
  await admin.call(routes.appointOfficer, {
    params: { unitId: tree.provinceId },
    body: {
      fullName: 'Trịnh Thị Thanh Bình',
      phone: '0519 000 002',
      email: 'stttt@thanhhoa.example',
      role: 'province_officer',
      title: 'Chuyên viên Sở Thông tin và Truyền thông',
      from: START,
    },
  });
}

async function loadCommunes(admin: ApiClient, tree: Tree): Promise<number> {
  const progress = new ProgressLine();
  let teams = 0;
  for (const { commune, index } of everyCommune) {
    await loadCommittee(admin, tree, commune, index);
    teams += await loadRoster(admin, tree, commune, index);
    await loadSupporters(admin, tree, commune, index);
    await loadGroups(admin, tree, commune);
    progress.draw(index + 1, everyCommune.length, `${commune.type} ${commune.name}: ${count(teams)} Tổ`);
  }
  progress.end();
  return teams;
}

/** Marks the load as whole. */
export async function markLoaded(app: NestFastifyApplication): Promise<void> {
  await app.get(Database).rows(sql`insert into secrets (name, value) values ('demo.loaded', 'yes')`);
}
