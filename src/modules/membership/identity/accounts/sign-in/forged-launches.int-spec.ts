/** The door itself against many bad proofs: none is let in, each is counted, and the true one is still good afterwards. */
import fc from 'fast-check';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { stopApps } from '../../../../../../test/support/app.ts';
import {
  type PlatformsApp,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';

let world: PlatformsApp;
beforeAll(async () => {
  world = await startWithPlatforms();
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const enter = async (initData: string) =>
  (await world.app.call(routes.signInWithTelegram, { body: { initData } })).status;
const counted = async () =>
  (await world.app.database.one<{ n: number }>(sql`select coalesce(sum(refused), 0)::int as n from refused_proofs`))
    ?.n ?? 0;
/** The pairs in order: two texts that say the same are one proof. */
const meaning = (raw: string) =>
  [...new URLSearchParams(raw)]
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join('\n');

it('refuses 400 changed copies, counts each that is no broken request, and takes the true one once', async () => {
  const user = world.telegram.person(31_000).id;
  const raw = world.telegram.launch(user, { query_id: 'AAHforged' });
  const at = fc.nat(raw.length - 1);
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 4 }),
    fc.constantFrom('&', '=', '%', '%00', '&user={"id":512}', '&hash=', '+', '%0Aauth_date=1', '0', 'f'),
  );
  const changed = fc
    .oneof(
      fc.tuple(at, text).map(([place, put]) => raw.slice(0, place) + put + raw.slice(place + 1)),
      fc.tuple(at, text).map(([place, put]) => raw.slice(0, place) + put + raw.slice(place)),
      fc.integer({ min: 1, max: raw.length - 1 }).map((length) => raw.slice(0, length)),
      fc.nat(4).map((index) =>
        raw
          .split('&')
          .filter((_, place) => place !== index)
          .join('&'),
      ),
      fc
        .integer({ min: 3_700, max: 10_000_000 })
        .map((age) =>
          world.telegram.launch(user, { auth_date: Math.floor(world.app.clock.now().getTime() / 1000) - age }),
        ),
    )
    .filter((copy) => meaning(copy) !== meaning(raw));
  const before = await counted();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(changed, async (copy) => {
      asked++;
      expect(await enter(copy)).toBe(401);
    }),
    { numRuns: 400 },
  );
  expect(await counted()).toBe(before + asked);
  expect(await enter(raw)).toBe(200);
  expect(await enter(raw.split('&').toReversed().join('&'))).toBe(401);
});
