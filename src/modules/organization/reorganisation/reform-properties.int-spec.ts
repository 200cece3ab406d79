/**
 * Random districts and chains of three random reforms through the real application and PostgreSQL, entered in every way that
 * there is: all ahead and standing on each other, each before its day under a worker that keeps falling, all of them late, and
 * taken back. What must come out is worked out by test/support/reforms/chains/model.ts alone.
 *
 * REFORM_SEED=123 plays one chain by its seed.
 */
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import {
  enter,
  type Entered,
  goTo,
  live,
  liveThroughKills,
  revoke,
} from '../../../../test/support/reforms/chains/enter.ts';
import { type Chain, chainOf, figuresIn, placesIn, randomOf } from '../../../../test/support/reforms/chains/model.ts';
import {
  figuresOn,
  leftBehind,
  placesOn,
  standingOn,
  sumsBy,
} from '../../../../test/support/reforms/chains/standing.ts';
import { buildChainWorld, type ChainWorld, TODAY } from '../../../../test/support/reforms/chains/world.ts';
import { OpenReports } from '../../reporting/reports/periods/open-reports.ts';

const DAYS = ['2022-06-25', '2022-06-28', '2022-07-02'];
/** When those are entered that were forgotten. */
const LATE = '2022-07-05';
const END = '2022-07-06';
const seeds = process.env['REFORM_SEED'] ? [Number(process.env['REFORM_SEED'])] : [11, 29, 47, 83];
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
afterAll(stopApps);

async function begin(chain: Chain): Promise<ChainWorld> {
  await goTo(app, TODAY);
  const world = await buildChainWorld(app, chain);
  await app.get(OpenReports).run();
  await app.drain();
  return world;
}

/** What holds on every day of the chain, told with the seed where it does not. */
async function check(chain: Chain, world: ChainWorld, today: string): Promise<void> {
  const days = [TODAY, ...DAYS, END];
  const expected = days.map((day) => {
    const last = DAYS.filter((one) => one <= day).length;
    return last === 0 ? chain.before : (chain.after[last - 1] ?? chain.before);
  });
  const found = {
    seed: chain.seed,
    left: await leftBehind(app, world, today),
    places: [] as unknown[],
    figures: [] as unknown[],
  };
  for (const day of days) {
    found.places.push(await placesOn(app, world, day));
    found.figures.push(await figuresOn(app, world, day));
  }
  expect(found).toEqual({
    seed: chain.seed,
    left: [],
    places: expected.map(placesIn),
    figures: expected.map(figuresIn),
  });
  const sums = await Promise.all(days.map((day) => sumsBy(app, world, day)));
  expect({ seed: chain.seed, sums }).toEqual({ seed: chain.seed, sums: days.map(() => sums[0]) });
}

it.each(seeds)('holds for chain %i, however and whenever it is entered', async (seed) => {
  const chain = chainOf(seed, DAYS);

  const ahead = await begin(chain);
  for (const reform of chain.reforms) await enter(app, ahead, reform);
  for (const day of DAYS) {
    await goTo(app, day);
    await live(app);
    expect({ seed, day, left: await leftBehind(app, ahead, day) }).toEqual({ seed, day, left: [] });
  }
  await goTo(app, END);
  await check(chain, ahead, END);
  const standing = await standingOn(app, ahead, END);

  const disturbed = await begin(chain);
  const random = randomOf(seed + 7);
  let kills = 0;
  for (const reform of chain.reforms) {
    await enter(app, disturbed, reform);
    await goTo(app, reform.onDate);
    kills += await liveThroughKills(app, random);
  }
  await goTo(app, END);
  await check(chain, disturbed, END);
  expect({ seed, kills: kills > 2, standing: await standingOn(app, disturbed, END) }).toEqual({
    seed,
    kills: true,
    standing,
  });

  const late = await begin(chain);
  await goTo(app, LATE);
  for (const reform of chain.reforms) {
    await enter(app, late, reform);
    await live(app);
  }
  await goTo(app, END);
  await check(chain, late, END);
  expect({ seed, standing: await standingOn(app, late, END) }).toEqual({ seed, standing });
});

it('leaves everything as it was when it is taken back before its day, with whatever stood on it', async () => {
  const chain = chainOf(5, DAYS);
  const world = await begin(chain);
  const before = await standingOn(app, world, END);
  const entered: Entered[] = [];
  for (const reform of chain.reforms) entered.push(await enter(app, world, reform));
  for (const one of entered) await revoke(app, world, one);
  for (const day of [...DAYS, END]) {
    await goTo(app, day);
    await live(app);
  }
  expect(await leftBehind(app, world, END)).toEqual([]);
  expect(await standingOn(app, world, END)).toEqual(before);
});
