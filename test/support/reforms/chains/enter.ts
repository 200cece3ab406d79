/** Reforms of a chain as an organiser enters them, and their days as the worker lives them: undisturbed, or falling again and again. */
import { sql } from '#platform/database';
import { ApplyReform } from '../../../../src/modules/organization/reorganisation/running/apply-reform.ts';
import { CarryOver } from '../../../../src/modules/organization/reorganisation/running/carry-over.ts';
import {
  type ReformPart,
  ReformParts,
} from '../../../../src/modules/organization/reorganisation/lines/reform-parts.ts';
import { RehomeReform } from '../../../../src/modules/organization/reorganisation/running/rehome-reform.ts';
import { UnitTree } from '../../../../src/modules/organization/units/unit-tree.ts';
import { FollowUnits } from '../../../../src/modules/reporting/restatement/follow-units.ts';
import type { TestApp } from '../../app.ts';
import type { District, Random, Reform } from './model.ts';
import { type ChainWorld, mustOf } from './world.ts';

export interface Entered {
  id: string;
  version: number;
}

const at = (day: string): Date => new Date(`${day}T03:00:00Z`);

/** The tree of that day, and nothing else of it yet. */
export async function goTo(app: TestApp, day: string): Promise<void> {
  app.clock.set(at(day));
  await app.get(UnitTree).turn();
}

/**
 * Drafted and scheduled; on a day that has come it is applied by that.
 * @param withoutDistrict the communes of after it, which stand below the province from then on, as their district ends
 */
export async function enter(
  app: TestApp,
  world: ChainWorld,
  reform: Reform,
  withoutDistrict?: District,
): Promise<Entered> {
  const must = mustOf(app);
  const token = world.admin.token;
  const { onDate, creates, keeps, parts, allots, officers } = reform;
  const draft = await must('createReform', token, {
    params: { unitId: world.provinceId },
    body: { title: `Sắp xếp từ ${onDate}`, onDate, directiveId: world.directiveId },
  });
  const params = { reformId: draft.id };
  const parentId = withoutDistrict && world.provinceId;
  const named = new Set([...creates, ...keeps].map(({ key }) => key));
  const others = [...(withoutDistrict?.keys() ?? [])].filter((key) => !named.has(key));
  const units = [
    ...creates.map(({ name }) => ({ do: 'unit', type: 'xã', name, parentId: parentId ?? world.districtId })),
    ...keeps.map(({ key, name }) => ({
      do: 'unit',
      unitId: world.communes.get(key),
      name,
      ...(parentId && { parentId }),
    })),
    ...others.map((key) => ({ do: 'unit', unitId: world.communes.get(key), parentId })),
    ...(parentId ? [{ do: 'unit', unitId: parentId }] : []),
  ];
  const positions = new Map([...creates, ...keeps].map(({ key }, index) => [key, index + 1]));
  const end = { do: 'part', unitId: world.districtId, whole: true, intoPosition: units.length };
  const into = (key: string) => ({ intoPosition: positions.get(key) });
  const edits = [
    ...units,
    ...(parentId ? [end] : []),
    ...parts.map(({ from, into: to, whole }) => ({ do: 'part', unitId: world.communes.get(from), whole, ...into(to) })),
    ...officers.flatMap(({ of, into: to }) => {
      const personId = world.officers.get(of)?.id;
      return personId ? [{ do: 'post', personId, role: 'focal_officer', title: 'Văn phòng', ...into(to) }] : [];
    }),
    ...allots.map(({ hamlet, into: to }) => ({ do: 'allot', hamletIds: [world.hamlets.get(hamlet)], ...into(to) })),
  ];
  const { version } = await must('editReform', token, { params, body: { version: draft.version, edits } });
  await must('scheduleReform', token, { params, body: { version } });
  for (const { key, name } of creates) world.communes.set(key, await idOf(app, draft.id, name));
  for (const { of, into: to } of officers) {
    const officer = world.officers.get(of);
    if (officer) world.officers.set(to, officer);
  }
  return { id: draft.id, version };
}

async function idOf(app: TestApp, reformId: string, name: string): Promise<string> {
  const row = await app.database.one<{ id: string }>(
    sql`select l.unit_id as id from reorganisation_lines l join reorganisations r on r.id = l.reorganisation_id and r.version = l.version
      where r.id = ${reformId} and l.kind = 'create' and l.name = ${name}`,
  );
  if (!row?.id) throw new Error(`the new unit ${name} has no id`);
  return row.id;
}

/** One that stood on what was taken back before is a draft by that. */
export async function revoke(app: TestApp, world: ChainWorld, { id, version }: Entered): Promise<void> {
  const { state } = await mustOf(app)('getReform', world.admin.token, { params: { reformId: id } });
  if (state === 'draft') return;
  const body = { version, reason: 'Hoãn' };
  await mustOf(app)('revokeReform', world.admin.token, { params: { reformId: id }, body });
}

/** What is due begins, and everything follows it. */
export async function live(app: TestApp): Promise<void> {
  await app.get(ApplyReform).run();
  await app.get(RehomeReform).run();
  await app.get(FollowUnits).run();
  await app.drain();
}

/** The same without what runs by the hour. */
export async function follow(app: TestApp): Promise<void> {
  await app.get(ApplyReform).run();
  await app.drain();
  await app.get(RehomeReform).run();
}

class Killed extends Error {}

/** The same by a worker that falls between and within the steps, each time after its work and before it is kept. */
export async function liveThroughKills(app: TestApp, random: Random): Promise<number> {
  const carryOver = app.get(CarryOver);
  const parts = app.get(ReformParts).all();
  const were = { write: carryOver.execute, parts: parts.map(({ begin, settle }) => ({ begin, settle })) };
  let [kills, left] = [0, 6];
  const falls = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    if (left > 0 && random(3) > 0) {
      left -= 1;
      kills += 1;
      throw new Killed('the worker fell');
    }
    return done;
  };
  carryOver.execute = (...args) => falls(were.write.apply(carryOver, args));
  parts.forEach((part, n) => killable(part, were.parts[n], falls));
  const again = async (work: () => Promise<unknown>) => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        // Who is killed writes no reason; only work that fails is stopped after some times.
        await app.database.rows(sql`update reorganisation_steps set failures = 0, failed_at = null, failure = null`);
      }
    }
  };
  try {
    await again(() => app.get(ApplyReform).run());
    await again(() => app.get(RehomeReform).run());
  } finally {
    left = 0;
    carryOver.execute = were.write;
    parts.forEach((part, n) => Object.assign(part, were.parts[n]));
  }
  // What fell while it was told of the reform is told again; of what is done nobody does it again.
  await app.tellAgain();
  await live(app);
  const applied = await app.database.rows<{ id: string }>(sql`select id from reorganisations where state = 'applied'`);
  for (const { id } of applied) await app.get(RehomeReform).begun({ reorganisationId: id });
  await live(app);
  return kills;
}

function killable(
  part: ReformPart,
  { begin, settle }: Pick<ReformPart, 'begin' | 'settle'> = {},
  falls: <T>(work: Promise<T>) => Promise<T>,
): void {
  if (begin) part.begin = (...args) => falls(begin.apply(part, args));
  if (settle) part.settle = (...args) => falls(settle.apply(part, args));
}
