/** The reform as a list would say it: three communes each into one, one in twenty-one of them divided, provinces two by two. */
import type { RouteBody, routes } from '#contracts';
import type { Answer } from '../../support/app.ts';
import { callOver } from '../../support/over-http.ts';
import { routes as all } from '#contracts';
import { must, type Served } from '../reads/prepare.ts';
import { RESOLUTION, ROOT } from './country.ts';

type Edit = RouteBody<typeof routes.editReform>['edits'][number];

interface Commune {
  id: string;
  code: string;
  name: string;
  province: string;
  provinceCode: string;
}

const INTO_ONE = 3;
const DIVIDED_EACH = 21;
const EDITS_AT_ONCE = 500;
const ON = '2026-11-18';

/** Rows of the list, and which communes are divided. */
function listOf(communes: readonly Commune[], provinces: readonly { code: string; name: string }[]) {
  const heirOf = new Map(provinces.map(({ code }, at) => [code, provinces[at - (at % 2)]?.code ?? code]));
  const rows = provinces.map(({ code, name }) => {
    const heir = provinces.find((one) => one.code === heirOf.get(code));
    return `${code},${name},${heir?.code},${heir?.name},,VN`;
  });
  const divided: Commune[] = [];
  communes.forEach((commune, n) => {
    const group = Math.floor(n / INTO_ONE);
    const first = communes[group * INTO_ONE] ?? commune;
    const into = (g: number, of: Commune) => `${9_000_000 + g},Xã Tân Sơn ${g},${heirOf.get(of.provinceCode)}`;
    const line = (g: number, of: Commune, relation: string) => {
      const [code, name, parent] = into(g, of).split(',');
      return `${commune.code},${commune.name},${code},${name},${relation},${parent}`;
    };
    const before = communes[(group - 1) * INTO_ONE];
    if (n % DIVIDED_EACH !== 1 || !before) return void rows.push(line(group, first, 'whole'));
    divided.push(commune);
    rows.push(line(group - 1, before, 'part'), line(group, first, 'part'));
  });
  return { text: ['old_code,old_name,new_code,new_name,relation,new_parent_code', ...rows].join('\n'), divided };
}

export async function draftReform(served: Served, token: string): Promise<{ id: string; version: number }> {
  const { country } = served;
  const names = `select v.unit_id as id, v.code, v.name, v.parent_id from unit_versions v join units u on u.id = v.unit_id and u.kind = `;
  const provinces = await country.rows<{ id: string; code: string; name: string }>(
    `${names} 'province' order by v.code`,
  );
  const communes = await country.rows<Commune>(
    `select c.*, p.name as province, p.code as "provinceCode" from (${names} 'commune') c
       join (${names} 'province') p on p.id = c.parent_id order by p.code, c.code`,
  );
  const { text, divided } = listOf(communes, provinces);
  const body = { title: 'Cả nước', onDate: ON, directiveId: RESOLUTION };
  const { id } = (await must(served, 'createReform', token, { params: { unitId: ROOT }, body })).body;
  const params = { reformId: id };
  const loaded: Answer = await callOver(served.url, all.loadReformList, {
    token,
    params,
    query: { version: '1' },
    body: Buffer.from(text),
  });
  if (loaded.status >= 300) throw new Error(`the list was refused: ${JSON.stringify(loaded.body).slice(0, 800)}`);
  let { version } = loaded.body;
  const edits: Edit[] = [];
  for (const { id: unitId } of divided) {
    const { heirs, hamlets } = (
      await must(served, 'reformDivision', token, { params: { ...params, dividedId: unitId } })
    ).body;
    heirs.forEach(({ position }: { position: number }, at: number) => {
      const hamletIds = hamlets
        .filter((_: unknown, n: number) => n % heirs.length === at)
        .map(({ unit }: { unit: { id: string } }) => unit.id);
      if (hamletIds.length > 0) edits.push({ do: 'allot', hamletIds, intoPosition: position });
    });
  }
  for (let i = 0; i < edits.length; i += EDITS_AT_ONCE) {
    const answer = await must(served, 'editReform', token, {
      params,
      body: { version, edits: edits.slice(i, i + EDITS_AT_ONCE) },
    });
    ({ version } = answer.body);
  }
  return { id, version };
}
