/**
 * Random reforms of random districts, entered in time or late, with or without the end of the district: every month that
 * anybody owes stands on exactly one board, both views of a month add up to the same, and once everything is sent every team
 * and all work is counted in it once.
 */
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { enter, follow, goTo, live } from '../../../../test/support/reforms/chains/enter.ts';
import { type Chain, chainOf, type Random, randomOf } from '../../../../test/support/reforms/chains/model.ts';
import {
  acceptSome,
  type Boards,
  boardsOf,
  owedOf,
  sendSome,
  workOn,
} from '../../../../test/support/reforms/chains/obligations.ts';
import { buildChainWorld, type ChainWorld, TODAY } from '../../../../test/support/reforms/chains/world.ts';
import { buildOfficer, type TestPerson } from '../../../../test/support/people.ts';
import { OpenReports } from '../reports/periods/open-reports.ts';

/** Within July's period, which is over and due when the late ones are entered. */
const DAY = '2022-06-28';
const LATE = '2022-08-20';
const MONTHS = ['2022-06', '2022-07', '2022-08', '2022-09'];
const cases = [3, 17, 31].flatMap((seed) => [
  { seed, enteredOn: TODAY, endsDistrict: seed % 4 === 1 },
  { seed, enteredOn: LATE, endsDistrict: seed % 4 === 3 },
]);
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
afterAll(stopApps);

interface Lived {
  chain: Chain;
  world: ChainWorld;
  officers: Map<string, TestPerson>;
  province: TestPerson;
  random: Random;
  enteredOn: string;
  endsDistrict: boolean;
  /** Work that was confirmed until now. */
  done: number;
  isApplied: boolean;
}

async function on(lived: Lived, day: string): Promise<void> {
  await goTo(app, day);
  const [reform] = lived.chain.reforms;
  if (reform && day === lived.enteredOn)
    await enter(app, lived.world, reform, lived.endsDistrict ? lived.chain.after[0] : undefined);
  if (!lived.isApplied && day >= lived.enteredOn && day >= DAY) {
    lived.isApplied = true;
    await follow(app);
    // Before anything that runs by the hour.
    expect(await monthsWithout(lived)).toEqual([]);
  }
  await live(app);
  await app.get(OpenReports).run();
}

/** Living communes that owe nothing for the month that runs. */
async function monthsWithout({ world }: Lived): Promise<string[]> {
  const rows = await app.database.rows<{ name: string }>(
    sql`select v.name from unit_closure c join units u on u.id = c.descendant_id and u.validity @> ${app.clock.today()}::date
        join unit_versions v on v.unit_id = u.id and v.validity @> ${app.clock.today()}::date
      where c.ancestor_id = ${world.provinceId} and c.descendant_kind = 'commune' and not exists (
        select 1 from reports r where r.unit_id = u.id and r.kind = 'monthly' and ${app.clock.today()}::date between r.starts_on and r.ends_on)`,
  );
  return rows.map(({ name }) => name);
}

async function play({ seed, enteredOn, endsDistrict }: (typeof cases)[number]): Promise<Lived> {
  await goTo(app, TODAY);
  const chain = chainOf(seed, [DAY]);
  const world = await buildChainWorld(app, chain);
  const random = randomOf(seed + 5);
  const province = await buildOfficer(app, { role: 'province_officer', unitId: world.provinceId });
  const lived: Lived = {
    chain,
    world,
    province,
    random,
    enteredOn,
    endsDistrict,
    officers: new Map(),
    done: 0,
    isApplied: false,
  };
  const some = () => random(2) === 0;
  const work = async (day: string) => {
    lived.done += await workOn(app, world, day, random);
  };
  await work('2022-06-03');
  await on(lived, TODAY);
  await work('2022-06-20');
  await sendSome(app, world, { month: '2022-06', which: some, officers: lived.officers });
  await acceptSome(app, world, { month: '2022-06', which: some });
  await on(lived, '2022-06-29');
  await work('2022-06-29');
  await on(lived, '2022-07-17');
  await work('2022-07-17');
  await sendSome(app, world, { month: '2022-07', which: some, officers: lived.officers });
  await sendSome(app, world, { month: '2022-06', which: some, officers: lived.officers });
  await on(lived, '2022-08-16');
  await work('2022-08-16');
  await sendSome(app, world, { month: '2022-08', which: some, officers: lived.officers });
  await on(lived, LATE);
  await work(LATE);
  return lived;
}

const boards = (lived: Lived): Promise<Boards[]> => {
  const { world, endsDistrict, isApplied } = lived;
  const atId = endsDistrict && isApplied ? world.provinceId : world.districtId;
  return Promise.all(MONTHS.map((month) => boardsOf(app, world, { by: lived.province, atId, month })));
};
const areWhole = (found: readonly Boards[]) =>
  found.map(({ lost, sums, differences }) => ({
    lost,
    differences,
    unequal: sums.filter(([, sent, restated]) => sent !== restated),
  }));
const whole = MONTHS.map(() => ({ lost: [], differences: [], unequal: [] }));

it.each(cases)(
  'what is owed is on one board: seed $seed, entered on $enteredOn, district ends $endsDistrict',
  async (one) => {
    const lived = await play(one);
    expect(areWhole(await boards(lived))).toEqual(whole);

    await on(lived, '2022-09-16');
    for (const month of MONTHS)
      await sendSome(app, lived.world, { month, which: () => true, officers: lived.officers });
    const found = await boards(lived);
    expect(areWhole(found)).toEqual(whole);
    const sent = (code: string) => found.map(({ sums }) => sums.find(([of]) => of === code)?.[1] ?? 0);
    // Every team once in every month, and all that was done in one of them.
    expect({ teams: sent('TC01'), owed: (await owedOf(app, lived.world, '2022-07')).length > 0 }).toEqual({
      teams: MONTHS.map(() => lived.world.teamIds.length),
      owed: true,
    });
    const before = await app.database.one<{ n: number }>(
      sql`select coalesce(sum(l.confirmed_value), 0)::int as n from counted_lines l
      where l.team_id = any(${lived.world.teamIds}::uuid[]) and l.indicator_code = 'CQ01'`,
    );
    expect(sent('CQ01').reduce((sum, n) => sum + n, 0)).toBe(before?.n);
  },
);
