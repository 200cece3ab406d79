/** Asking about places: organization. */
import type { RouteId } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { buildProvider } from '../training/training.ts';
import { A, a1, type Ask, atUnit, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

/** Codes of hamlets that imports make, each once. */
let lastCode = 79_902_000;

let products = 0;
/** Each once: the register refuses the same name and owner twice. */
const productNamed = () => ({ name: `Mật ong ${++products}`, owner: 'Hộ bà Bình' });
const ofProduct = (body: Record<string, unknown>): Probe => ({
  at: a1,
  ask: async (world) => ({
    params: {
      productId: (
        await world.must('addOcopProduct', 'committee', { params: { unitId: world.units.a1 }, body: productNamed() })
      ).id,
    },
    body,
  }),
});

const plan = { kind: 'plan', issuedOn: TODAY, issuer: 'UBND xã', abstract: 'Kế hoạch' };
let plans = 0;
const spareDirective = async (world: World): Promise<string> =>
  (
    await world.must('createDirective', 'committee', {
      params: { unitId: world.units.A },
      body: { ...plan, number: `${200 + plans++}/KH-UBND` },
    })
  ).id;

/** A rule of commune A that begins in months: nothing of the others changes, and none begins before another. */
let rulesAsked = 0;
const futureRule = ({ units, directives }: World) => ({
  params: { unitId: units.A },
  body: { value: { kind: 'reply', days: 2 }, from: addDays(TODAY, 100 + rulesAsked++), directiveId: directives.A },
});
const standingRule = async (world: World, more: Record<string, unknown> = {}): Promise<Ask> => {
  const rule = futureRule(world);
  await world.must('setDatedRule', 'committee', rule);
  return { params: rule.params, body: { kind: 'reply', from: rule.body.from, ...more } };
};

const mapOfHamlet = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { ten: 'Thôn 1' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [105.1, 19.8],
              [105.1, 19.9],
              [105.2, 19.9],
              [105.1, 19.8],
            ],
          ],
        },
      },
    ],
  }),
);

export const organization = {
  getUnit: atUnit(A),
  unitHistory: atUnit(A),
  unitChildren: atUnit(A),
  unitSummary: atUnit(A),
  unitLineage: atUnit(A),
  unitDays: atUnit(A),
  unitsOfThen: atUnit(A, { query: { at: '2022-01-01' } }),
  unitShapes: atUnit(A),
  uploadShapes: atUnit(A, { query: { from: TODAY }, body: mapOfHamlet }),
  unitChanges: atUnit(A),
  unitMaps: atUnit(A),
  removeMap: {
    at: A,
    ask: async (world) => {
      const params = { unitId: world.units.A };
      const query = { from: TODAY, dryRun: 'false' };
      await world.must('uploadShapes', 'admin', { params, query, body: mapOfHamlet });
      const [map] = await world.must('unitMaps', 'admin', { params });
      return { params: { mapId: map.id } };
    },
  },
  listDirectives: atUnit(A),
  listRegisters: atUnit(A),
  listOcopProducts: atUnit(a1),
  listRules: atUnit(A),
  datedRules: atUnit(A),
  listProviders: atUnit(A),
  providerCoverage: atUnit(A),
  providerCell: {
    at: { ...A, provider: 'V1' },
    ask: ({ providers, units }) => ({ params: { providerId: providers.V1, unitId: units.A } }),
  },
  setCoverage: {
    at: A,
    ask: async (world) => ({
      params: { providerId: await buildProvider(world.app, { coverage: [world.units.B] }), unitId: world.units.A },
      body: { hamletIds: [world.units.a1], seen: [], from: TODAY },
    }),
  },
  coverHamlets: {
    at: a1,
    ask: async (world) => ({
      params: { providerId: await buildProvider(world.app, { coverage: [world.units.B] }) },
      body: { hamletIds: [world.units.a1], from: TODAY },
    }),
  },
  readCoverageList: atUnit(A, { body: Buffer.from('Xã,Thôn\nXã A,Thôn 1\n') }),
  importCoverage: {
    at: A,
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: {
        providerId: await buildProvider(world.app, { coverage: [world.units.B] }),
        from: TODAY,
        lines: [{ row: 2, commune: 'Minh Sơn', hamlet: 'Thôn 1', from: '', till: '' }],
      },
    }),
  },
  contactCard: atUnit(A),
  currentPeriod: atUnit(A),
  previewDatedRule: atUnit(A, { body: { value: { kind: 'reply', days: 2 }, from: TODAY } }),
  setDatedRule: { at: A, ask: futureRule },
  takeBackDatedRule: { at: A, ask: (world) => standingRule(world) },
  endDatedRule: { at: A, ask: (world) => standingRule(world, { lastDay: addDays(TODAY, 300) }) },
  createUnit: {
    at: A,
    ask: (world) => ({
      body: { kind: 'hamlet', type: 'thôn', name: 'Thôn Mới', parentId: world.units.A, from: TODAY },
    }),
  },
  changeUnit: {
    at: A,
    ask: async (world) => ({
      params: { unitId: await world.hamlet('Thôn 8') },
      body: { kind: 'rename', name: 'Thôn 18', from: TODAY, basis: 'Nghị quyết' },
    }),
  },
  addHamlet: {
    at: A,
    ask: ({ units, directives }) => ({
      params: { unitId: units.A },
      body: { type: 'thôn', name: 'Thôn Mới Lập', from: TODAY, directiveId: directives.A },
    }),
  },
  changeHamlet: {
    at: A,
    ask: async (world) => ({
      params: { unitId: await world.hamlet('Thôn 9') },
      body: { kind: 'rename', name: 'Thôn 19', from: TODAY, directiveId: world.directives.A },
    }),
  },
  readUnitList: atUnit(A, {
    query: { kind: 'hamlet' },
    body: Buffer.from('code,name,full_name,type,parent code\n79901,Thôn 31,Thôn 31,thôn,\n'),
  }),
  importUnits: atUnit(A, {
    body: {
      kind: 'hamlet',
      from: TODAY,
      basis: 'Danh mục',
      lines: [{ row: 2, code: '79901', name: 'Thôn 31', type: 'thôn', parentCode: '' }],
    },
  }),
  officeCards: atUnit(A),
  setOffice: atUnit(A, { body: { phone: '0512 000 678', email: null, hours: null, address: null, answeredBy: null } }),
  officeCard: atUnit(A),
  checkOffice: {
    at: A,
    ask: async (world) => {
      const params = { unitId: world.units.A };
      const body = { phone: '0512 000 678', email: null, hours: null, address: null, answeredBy: null };
      await world.must('setOffice', 'admin', { params, body });
      return { params };
    },
  },
  officeUnanswered: {
    at: A,
    ask: async (world) => {
      const params = { unitId: world.units.A };
      const body = { phone: '0512 000 678', email: null, hours: null, address: null, answeredBy: null };
      await world.must('setOffice', 'admin', { params, body });
      return { params };
    },
  },
  readOfficeList: atUnit(A, { query: {}, body: Buffer.from('Co quan,Dien thoai\nMinh Son,0512000678\n') }),
  importOffices: atUnit(A, {
    body: { lines: [{ row: 2, office: 'Minh Sơn', phone: '', email: '', hours: '', address: '' }] },
  }),
  unitImports: atUnit(A),
  takeBackUnitImport: {
    at: A,
    ask: async (world) => {
      const lines = [{ row: 2, code: String(++lastCode), name: `Thôn ${lastCode}`, type: 'thôn', parentCode: '' }];
      const body = { kind: 'hamlet', from: TODAY, basis: 'Danh mục', lines, dryRun: false, takeProposals: true };
      const { importId } = await world.must('importUnits', 'admin', { params: { unitId: world.units.A }, body });
      return { params: { unitId: world.units.A, importId } };
    },
  },
  createDirective: atUnit(A, { body: { ...plan, number: '99/KH-UBND' } }),
  correctDirective: {
    at: A,
    ask: async (world) => ({
      params: { directiveId: await spareDirective(world) },
      body: { ...plan, number: '100/KH-UBND', version: 1, reason: 'Gõ nhầm số' },
    }),
  },
  directiveCorrections: { at: A, ask: ({ directives }) => ({ params: { directiveId: directives.A } }) },
  setRegister: atUnit(a1, { body: { households: 180, asOf: TODAY } }),
  addOcopProduct: { at: a1, ask: async ({ units }) => ({ params: { unitId: units.a1 }, body: productNamed() }) },
  listOcopProduct: ofProduct({ listedOn: TODAY, marketplace: 'Sàn' }),
  changeOcopProduct: ofProduct({ stars: 4, reason: 'Ghi nhầm số sao' }),
  endOcopProduct: ofProduct({ lastDay: TODAY, reason: 'Hộ thôi làm' }),
  createProvider: {
    at: A,
    ask: (world) => ({ body: { name: 'Bưu điện', kind: 'post', coverage: [world.units.A], from: TODAY } }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
