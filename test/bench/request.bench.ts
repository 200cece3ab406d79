/**
 * What each of the commonest requests costs when it is asked alone: statements and round trips to PostgreSQL, bytes of its log,
 * processor time of the process that answers and of PostgreSQL, bytes of the answer. The middle of `--times` people, each of whom
 * goes through a morning; before that `--warm` others have.
 *
 *   npm run bench -- request [--times 60] [--warm 20] [--show accept|all]
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { dateInVietnam } from '#i18n';
import { makeLaunchKeys } from '../emulators/telegram-launch.ts';
import { CountedWire } from '../support/wires/counted-wire.ts';
import { killProcesses } from '../support/processes.ts';
import { untilToldAll } from './morning/ledger.ts';
import { telegramIdOf } from './morning/phones.ts';
import { pictures } from './morning/pictures.ts';
import { type Ask, asksOf, type Member, type Office } from './request/asks.ts';
import { familyOf, processorMicros } from './request/processor.ts';
import { seedTeams } from './seeds/people.ts';
import { signIn } from './seeds/tasks.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { startChild, startWorker } from './support/children.ts';
import { ask, keptConnection } from './support/connections.ts';
import { startInstalled } from './support/installed.ts';
import { middle } from './support/middle.ts';

const BOT_ID = '7100000001';
const PEOPLE_PER_TEAM = 5;
const TEAMS_PER_COMMUNE = 100;

/** What one request took. */
interface Cost {
  statements: number;
  trips: number;
  /** Bytes that PostgreSQL wrote to its log. */
  wal: number;
  apiMicros: number;
  postgresMicros: number;
  /** Bytes of the answer's body. */
  answer: number;
}
const columns: readonly (keyof Cost)[] = ['trips', 'statements', 'wal', 'apiMicros', 'postgresMicros', 'answer'];

interface World {
  client: Client;
  wire: CountedWire;
  api: { url: string; pid: number };
  postgres: readonly number[];
  members: Member[];
  office: Office;
  asks: Ask[];
}

async function seed(servers: BenchServers, people: number) {
  const url = await servers.database('request');
  const seeded = await seedTeams(url, people, TEAMS_PER_COMMUNE);
  const client = new Client({ connectionString: url });
  await client.connect();
  // Whole pages after a checkpoint would be written to the log by whoever comes first.
  await client.query('alter system set full_page_writes = off');
  await client.query('alter system set autovacuum = off');
  await client.query('select pg_reload_conf()');
  // One member of each team comes: the others would find its task taken.
  const { rows } = await client.query<{ personId: string; teamId: string }>(
    `select person_id as "personId", team_id as "teamId" from team_members where role = 'leader' order by team_id`,
  );
  await client.query(
    `insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
     select gen_random_uuid(), p.id, 'telegram', $1, (${telegramIdOf(0)} + p.n)::text, 'invite', now()
       from (select person_id as id, row_number() over (order by team_id) as n from team_members where role = 'leader') p`,
    [BOT_ID],
  );
  const officer = randomUUID();
  await client.query(`insert into people (id, full_name, created_at) values ($1, 'Cán bộ đầu mối', now())`, [officer]);
  const commune = await client.query<{ id: string }>(
    `insert into posts (id, person_id, role, unit_id, title, validity)
     select gen_random_uuid(), $1, 'focal_officer', id, 'Công chức', '[2022-01-01,)' from units where kind = 'commune' order by id limit 1
     returning unit_id as id`,
    [officer],
  );
  return { url, client, seeded, leaders: rows, officer, communeId: commune.rows[0]?.id ?? '' };
}

async function build(servers: BenchServers, wire: CountedWire, people: number): Promise<World> {
  const { url, client, seeded, leaders, officer, communeId } = await seed(servers, people);
  const keys = makeLaunchKeys(`${BOT_ID}:invented-token-of-a-bench-bot`);
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: servers.folder };
  const issuer = startChild('./fan-out.issuer.mjs', [], env);
  const worker = await startWorker('./fan-out.worker.mjs', [String(people), String(people)], env);
  await Promise.all([issuer.answer(), worker.answer()]);
  issuer.process.send(seeded as never);
  const { assignmentId } = await issuer.answer<{ assignmentId: string }>();
  if (!(await untilToldAll(client, people, 120))) throw new Error('the order was not told in time');
  worker.process.kill('SIGKILL');
  const token = await signIn(client, officer);
  await client.query('vacuum analyze');
  const api = await startInstalled({
    ROLE: 'api',
    MIGRATE: 'off',
    DB_POOL: '4',
    DATA_DIR: servers.folder,
    LOG_LEVEL: 'error',
    TELEGRAM_BOT_TOKEN: keys.token,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    DATABASE_URL: await wire.open(url),
  });
  const postmaster = await client.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  );
  return {
    client,
    wire,
    api,
    postgres: [Number(postmaster.rows[0]?.pid)],
    members: leaders.map(({ teamId }, i) => ({
      n: i + 1,
      token: '',
      taskId: '',
      teamId,
      commandId: randomUUID(),
      photoIds: [randomUUID(), randomUUID()],
      entryIds: [],
    })),
    office: { token, unitId: communeId, assignmentId },
    asks: asksOf(keys, dateInVietnam(Date.now()), await pictures()),
  };
}

const logged = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ at: string }>(`select (pg_current_wal_insert_lsn() - '0/0')::text as at`);
  return Number(rows[0]?.at);
};

/** One request, and what it took. @throws Error when it is refused */
async function measured(world: World, one: Ask, member: Member, agent: ReturnType<typeof keptConnection>) {
  const { client, wire, api, office } = world;
  const asking = one.make(member, office);
  const token = one.byOfficer ? office.token : member.token;
  const headers = { ...asking.headers, ...(!one.isSignIn && { authorization: `Bearer ${token}` }) };
  const postgres = world.postgres.flatMap(familyOf);
  const wal = await logged(client);
  wire.take();
  const [apiBefore, postgresBefore] = [processorMicros([api.pid]), processorMicros(postgres)];
  const answer = await ask(agent, `${api.url}/api/v1${asking.path}`, { ...asking, headers });
  const [apiMicros, postgresMicros] = [
    processorMicros([api.pid]) - apiBefore,
    processorMicros(postgres) - postgresBefore,
  ];
  const { trips, statements, texts } = wire.take();
  if (answer.status >= 300) throw new Error(`${one.name}: ${answer.status} ${answer.body.slice(0, 300)}`);
  one.learn?.(member, answer.body ? JSON.parse(answer.body) : undefined);
  const cost: Cost = {
    trips,
    statements,
    wal: (await logged(client)) - wal,
    apiMicros,
    postgresMicros,
    answer: Buffer.byteLength(answer.body),
  };
  return { cost, texts };
}

/** Each request by all of these people, one after the other. */
async function rounds(world: World, people: readonly Member[], show: string): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>();
  const agent = keptConnection();
  for (const one of world.asks) {
    const of: Cost[] = [];
    costs.set(one.name, of);
    for (const member of people) {
      const token = one.byOfficer ? world.office.token : member.token;
      // Who it is the process knows from the request before, as on a phone that asks several things at once.
      if (!one.isSignIn && !one.isFirst)
        await ask(agent, `${world.api.url}/api/v1/me/preferences`, {
          method: 'GET',
          headers: { authorization: `Bearer ${token}` },
        });
      const { cost, texts } = await measured(world, one, member, agent);
      of.push(cost);
      if ([one.name, 'all'].includes(show) && member === people.at(-1)) {
        console.log(one.name);
        for (const text of texts) console.log(`  ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
      }
    }
  }
  agent.destroy();
  return costs;
}

const middleOf = (costs: readonly Cost[], column: keyof Cost) => middle(costs.map((cost) => cost[column]));

function tell(asks: readonly Ask[], costs: Map<string, Cost[]>): void {
  console.log(`\n| request | ${columns.join(' | ')} |\n|---|${columns.map(() => '---:').join('|')}|`);
  for (const { name } of asks) {
    const of = costs.get(name) ?? [];
    console.log(`| ${name} | ${columns.map((column) => Math.round(middleOf(of, column))).join(' | ')} |`);
  }
}

export const bench: Bench = {
  name: 'request',
  defaults: { times: 60, warm: 20, show: '' },
  async run(params) {
    const [times, warm] = [Number(params['times']), Number(params['warm'])];
    const servers = await startBenchServers('postgres');
    const wire = new CountedWire();
    try {
      const world = await build(servers, wire, (times + warm) * PEOPLE_PER_TEAM);
      await rounds(world, world.members.slice(0, warm), '');
      const costs = await rounds(world, world.members.slice(warm, warm + times), String(params['show']));
      tell(world.asks, costs);
      await world.client.end();
      const metrics = Object.fromEntries(
        world.asks.flatMap(({ name }) =>
          columns.map((column) => [
            `${name.replaceAll(/\W+/g, '_')}_${column}`,
            middleOf(costs.get(name) ?? [], column),
          ]),
        ),
      );
      return { metrics, missed: [] };
    } finally {
      await killProcesses();
      wire.close();
      await servers.stop();
    }
  },
};
