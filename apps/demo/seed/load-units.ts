/** The tree, the directives, the offices and the providers, through the API as an administrator would enter them. */
import { routes } from '#contracts';
import type { ApiClient } from '../api-client.ts';
import { communeSeeds, district } from './places.ts';

export const START = '2022-01-01';

export interface Tree {
  provinceId: string;
  districtId: string;
  /** Commune ids by name. */
  communes: Map<string, string>;
}

export async function loadUnits(admin: ApiClient, provinceId: string): Promise<Tree> {
  const { id: districtId } = await admin.call(routes.createUnit, {
    body: { kind: 'district', ...district, parentId: provinceId, from: START },
  });
  const lines = communeSeeds.map(({ code, name, type }, index) => ({
    row: index + 2,
    code,
    name,
    type,
    parentCode: district.code,
  }));
  await admin.call(routes.importUnits, {
    params: { unitId: districtId },
    body: { kind: 'commune', from: START, basis: 'Danh mục hành chính 2022', dryRun: false, lines },
  });
  const children = await admin.call(routes.unitChildren, { params: { unitId: districtId } });
  return { provinceId, districtId, communes: new Map(children.map(({ id, name }) => [name, id])) };
}

export async function loadHamlets(admin: ApiClient, tree: Tree): Promise<number> {
  let created = 0;
  for (const commune of communeSeeds) {
    const parentId = tree.communes.get(commune.name) ?? '';
    for (const hamlet of commune.hamlets) {
      await admin.call(routes.createUnit, { body: { kind: 'hamlet', ...hamlet, parentId, from: START } });
      created += 1;
    }
  }
  return created;
}

export interface Directives {
  letterId: string;
  guidanceId: string;
  planId: string;
}

/** The letter of the province, the district's guidance that carries it out, and Minh Sơn's own plan. */
export async function loadDirectives(admin: ApiClient, tree: Tree, communeId: string): Promise<Directives> {
  const register = async (unitId: string, body: object) =>
    (await admin.call(routes.createDirective, { params: { unitId }, body })).id;
  const letterId = await register(tree.provinceId, {
    kind: 'official_letter',
    number: '577/STTTT-CNTT',
    issuedOn: '2022-03-28',
    issuer: 'Sở Thông tin và Truyền thông Thanh Hóa',
    abstract: 'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng',
  });
  const guidanceId = await register(tree.districtId, {
    kind: 'guidance',
    number: '1029/UBND-VHTT',
    issuedOn: '2022-04-06',
    issuer: 'UBND huyện Triệu Sơn',
    abstract: 'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng',
    basisId: letterId,
  });
  const planId = await register(communeId, {
    kind: 'plan',
    number: '31/KH-UBND',
    issuedOn: '2022-06-15',
    issuer: 'UBND xã Minh Sơn',
    abstract: 'Hỗ trợ người dân nộp hồ sơ dịch vụ công trực tuyến',
    basisId: letterId,
  });
  return { letterId, guidanceId, planId };
}

export type ProviderKey = 'viettel' | 'vnpt' | 'post' | 'viettelPost';
export type Providers = Record<ProviderKey, string>;

/** Viettel's post goes to some communes only, the others to the whole district. */
const nearTheRoad = ['Minh Sơn', 'Dân Lực', 'Dân Lý', 'Dân Quyền', 'Hợp Lý', 'Nưa'];

/** Ids by key. */
export async function loadProviders(admin: ApiClient, tree: Tree): Promise<Providers> {
  const create = async (name: string, kind: string, coverage: string[]): Promise<string> =>
    (await admin.call(routes.createProvider, { body: { name, kind, coverage, from: START } })).id;
  const district = [tree.districtId];
  const communes = nearTheRoad.flatMap((name) => tree.communes.get(name) ?? []);
  return {
    viettel: await create('Viettel Triệu Sơn', 'telecom', district),
    vnpt: await create('VNPT Triệu Sơn', 'telecom', district),
    post: await create('Bưu điện huyện Triệu Sơn', 'post', district),
    viettelPost: await create('Bưu chính Viettel Triệu Sơn', 'viettel_post', communes),
  };
}
