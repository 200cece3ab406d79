import { routes } from '#contracts';
import { stopApps } from '../../../../../../test/support/app.ts';
import { buildMember, buildWholeTeam } from '../../../../../../test/support/people.ts';
import {
  openInZalo,
  type PlatformsApp,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { buildPlace } from '../../../../../../test/support/units.ts';

let world: PlatformsApp;
let teamId: string;

beforeAll(async () => {
  world = await startWithPlatforms();
  const place = await buildPlace(world.app, { hamlets: 1 });
  ({ teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

async function newcomer() {
  const person = world.zalo.world.person({ name: 'Chị Hoa' });
  const { ticket } = (await openInZalo(world, person)).body.link;
  return { person, ticket: ticket as string };
}
type Newcomer = Awaited<ReturnType<typeof newcomer>>;
const prove = ({ person, ticket }: Newcomer, changes: Record<string, unknown> = {}) =>
  world.app.call(routes.provePhone, {
    body: {
      ticket,
      proof: world.zalo.graph.phoneToken(person),
      accessToken: world.zalo.graph.accessToken(person),
      ...changes,
    },
  });

describe('a number from Zalo', () => {
  it('asks whether it is them, and a yes signs in; the app knows the account from then on', async () => {
    const one = await newcomer();
    const member = await buildMember(world.app, { teamId, phone: `+${one.person.phone}` });
    expect(await prove(one)).toMatchObject({
      status: 200,
      body: { outcome: 'match', person: { fullName: member.fullName } },
    });
    const entered = await world.app.call(routes.confirmLink, { body: { ticket: one.ticket } });
    expect(entered).toMatchObject({ status: 200, body: { me: { person: { id: member.id } } } });
    expect((await openInZalo(world, one.person)).body.session.me.person.id).toBe(member.id);
  });

  it('is taken once, within two minutes, from our app and from the account of the ticket', async () => {
    const one = await newcomer();
    const other = await newcomer();
    const proof = world.zalo.graph.phoneToken(one.person);
    expect((await prove(one, { proof })).body.outcome).toBe('waiting');
    const late = world.zalo.graph.phoneToken(one.person);
    await world.zalo.advance(121_000);
    const { accessToken, phoneToken } = {
      accessToken: world.zalo.graph.accessToken(other.person),
      phoneToken: world.zalo.graph.phoneToken(other.person),
    };
    const cases: [Record<string, unknown>, number, string][] = [
      [{ proof }, 422, 'zalo.phoneTokenUsed'],
      [{ proof: late }, 422, 'zalo.phoneTokenInvalid'],
      [{ proof: world.zalo.graph.phoneToken(one.person, '42') }, 422, 'zalo.phoneTokenOfAnotherApp'],
      [{ proof: phoneToken, accessToken }, 422, 'zalo.tokenOfAnother'],
      [{ accessToken: undefined }, 401, 'zalo.tokenInvalid'],
    ];
    for (const [changes, status, code] of cases)
      expect(await prove(one, changes)).toMatchObject({ status, body: { code } });
  });

  it('that Zalo does not answer for keeps the ticket for another try', async () => {
    const one = await newcomer();
    world.zalo.fail('/graph/v2.0/me/info', 'busy');
    expect(await prove(one)).toMatchObject({ status: 503, body: { code: 'zalo.unavailable' } });
    world.zalo.heal();
    expect((await prove(one)).status).toBe(200);
  });
});
