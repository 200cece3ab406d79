/**
 * The units of before, each commune with invented hamlets (no public list has them), each hamlet with a team of three. Written as
 * rows: what is replayed is the reform, not the years in which teams are entered one by one.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import type { CountryFiles } from './read-country.ts';

const since = '[2022-01-01,)';
const HAMLETS = 3;
const ROLES = ['leader', 'deputy', 'member'] as const;
const AT_ONCE = 20_000;
const SPANS_AT_ONCE = 4_000;

interface Unit {
  id: string;
  kind: string;
  type: string;
  name: string;
  code: string | null;
  parentId: string;
}

const types = ['tỉnh', 'thành phố', 'thị xã', 'quận', 'huyện', 'xã', 'phường', 'thị trấn', 'đặc khu'];

/** "Thị trấn Triệu Sơn" in its two parts. */
function typeAndName(fullName: string): { type: string; name: string } {
  const type = types.find((word) => fullName.toLowerCase().startsWith(`${word} `)) ?? '';
  const own = type ? fullName.slice(type.length + 1) : fullName;
  return { type: type || 'xã', name: type && own.toLowerCase().startsWith(`${type} `) ? fullName : own };
}

/** Gives how many teams there are, and the ids of the provinces by code. */
export async function seedCountry(
  app: NestFastifyApplication,
  countryId: string,
  files: CountryFiles,
): Promise<{ teams: number; provinces: Map<string, string> }> {
  const units = unitsOf(countryId, files);
  const hamlets = units.filter(({ kind }) => kind === 'hamlet');
  const now = app.get(Clock).now();
  await app.get(Database).tx(async (tx) => {
    for (let i = 0; i < units.length; i += AT_ONCE) await writeUnits(tx, units.slice(i, i + AT_ONCE));
    await execute(tx, sql`delete from unit_closure_spans`);
    // In parts: all of a country at once takes longer than a statement may.
    const ids = [countryId, ...units.map(({ id }) => id)];
    for (let i = 0; i < ids.length; i += SPANS_AT_ONCE)
      await execute(
        tx,
        sql`insert into unit_closure_spans (ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth, validity)
          select ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth, validity
            from unit_spans(${ids.slice(i, i + SPANS_AT_ONCE)}::uuid[])`,
      );
    await execute(tx, sql`delete from unit_closure`);
    await execute(
      tx,
      sql`insert into unit_closure (ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth)
        select ancestor_id, descendant_id, ancestor_kind, descendant_kind, depth from unit_closure_spans
         where validity @> ${app.get(Clock).today()}::date`,
    );
    for (let i = 0; i < hamlets.length; i += AT_ONCE) await writeTeams(tx, hamlets.slice(i, i + AT_ONCE), now);
  });
  await app.get(Database).rows(sql`analyze`);
  const provinces = units.flatMap(({ kind, code, id }) => (kind === 'province' && code ? [[code, id] as const] : []));
  return { teams: hamlets.length, provinces: new Map(provinces) };
}

/** What stands above first. */
function unitsOf(countryId: string, { provinces, districts, before }: CountryFiles): Unit[] {
  const ids = new Map<string, string>();
  const named = (kind: string, rows: CountryFiles['before']): Unit[] =>
    rows.map(({ code, fullName, above }) => {
      const id = v7();
      ids.set(`${kind} ${code}`, id);
      const parentId = ids.get(`district ${above}`) ?? ids.get(`province ${above}`) ?? countryId;
      return { id, kind, code, parentId, ...typeAndName(fullName) };
    });
  const all = [...named('province', provinces), ...named('district', districts)];
  const communes = named('commune', before);
  const hamlets = communes.flatMap(({ id: parentId }) =>
    Array.from({ length: HAMLETS }, (_, n) => ({
      id: v7(),
      kind: 'hamlet',
      type: 'thôn',
      name: `Thôn ${n + 1}`,
      code: null,
      parentId,
    })),
  );
  return [...all, ...communes, ...hamlets];
}

async function writeUnits(tx: Tx, units: readonly Unit[]): Promise<void> {
  const of = <T>(value: (unit: Unit) => T): T[] => units.map(value);
  const ids = of(({ id }) => id);
  await execute(
    tx,
    sql`insert into units (id, kind, validity) select id, kind, ${since}::daterange
      from unnest(${ids}::uuid[], ${of(({ kind }) => kind)}::text[]) as n(id, kind)`,
  );
  await execute(
    tx,
    sql`insert into unit_versions (id, unit_id, name, type, code, parent_id, validity)
      select gen_random_uuid(), id, name, type, code, parent_id, ${since}::daterange
        from unnest(${ids}::uuid[], ${of(({ name }) => name)}::text[], ${of(({ type }) => type)}::text[],
          ${of(({ code }) => code)}::text[], ${of(({ parentId }) => parentId)}::uuid[]) as n(id, name, type, code, parent_id)`,
  );
}

/** Teams bear their hamlet's id plus one of their own, people are invented by number. */
async function writeTeams(tx: Tx, hamlets: readonly Unit[], now: Date): Promise<void> {
  const teams = hamlets.map(() => v7());
  await execute(
    tx,
    sql`insert into teams (id, unit_id, status, validity, created_at) select id, unit_id, 'active', ${since}::daterange, ${now}
      from unnest(${teams}::uuid[], ${hamlets.map(({ id }) => id)}::uuid[]) as n(id, unit_id)`,
  );
  await execute(
    tx,
    sql`insert into establishing_decisions (id, kind, number, signed_on, signer, team_id, recorded_at)
      select gen_random_uuid(), 'establish', '1/QĐ-UBND', '2022-04-12', 'Chủ tịch UBND', id, ${now} from unnest(${teams}::uuid[]) as n(id)`,
  );
  for (const role of ROLES) {
    const people = teams.map(() => v7());
    await execute(
      tx,
      sql`insert into people (id, full_name, created_at) select id, 'Người số ' || right(id::text, 6), ${now} from unnest(${people}::uuid[]) as n(id)`,
    );
    await execute(
      tx,
      sql`insert into team_members (id, team_id, person_id, role, affiliation, validity)
        select gen_random_uuid(), team_id, person_id, ${role}, 'other', ${since}::daterange
          from unnest(${teams}::uuid[], ${people}::uuid[]) as n(team_id, person_id)`,
    );
  }
}
