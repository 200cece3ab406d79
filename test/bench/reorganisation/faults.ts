/**
 * The day of a reform lived by workers that are killed with SIGKILL again and again, beside the same day lived by one that is
 * not: what stands afterwards is laid side by side, by codes and names.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { loadEnv } from '#platform/config';
import { createApp } from '../../../src/create-app.ts';
import { killProcesses } from '../../support/processes.ts';
import { startInstalled } from '../support/installed.ts';
import { startBenchServers } from '../support/bench-database.ts';
import { Country, NOW } from '../country/country.ts';
import { must } from '../reads/prepare.ts';
import { openOrders, signLeadersIn, underOneRoot } from './country.ts';
import { draftReform } from './draft.ts';

const SHAPE = { communes: 10_035, provinces: 63 };
/** A worker's minutes are seconds, so that its ticks come while it lives. */
const SPEED = 60;
const APART_MS = 10 * 60_000;
const LIFE_MS = { least: 200, most: 2_600 };
const PATIENCE_MS = 240_000;

/** What is compared, each row by what it is called. */
const states: Record<string, string> = {
  units: `select u.kind, v.code, v.name, p.name as above, v.validity::text, u.validity::text from units u join unit_versions v on v.unit_id = u.id
    left join lateral (select name from unit_versions w where w.unit_id = v.parent_id order by lower(w.validity) limit 1) p on true`,
  heirs: `select a.code, a.name, b.code, b.name, s.on_date from unit_successors s
    join lateral (select code, name from unit_versions where unit_id = s.from_unit_id order by lower(validity) desc limit 1) a on true
    join lateral (select code, name from unit_versions where unit_id = s.to_unit_id order by lower(validity) desc limit 1) b on true`,
  places: `select c.descendant_id, n.name, c.depth from unit_closure c join lateral (
    select name from unit_versions where unit_id = c.ancestor_id order by lower(validity) desc limit 1) n on true where c.descendant_kind = 'hamlet'`,
  tasks: `select t.id, t.state, t.target, n.name from tasks t join lateral (
    select name from unit_versions where unit_id = t.commune_id order by lower(validity) desc limit 1) n on true`,
  entries: `select e.id, n.name from progress_entries e join lateral (
    select name from unit_versions where unit_id = e.commune_id order by lower(validity) desc limit 1) n on true`,
  difficulties: `select d.id, n.name from difficulties d join lateral (
    select name from unit_versions where unit_id = d.commune_id order by lower(validity) desc limit 1) n on true`,
  posts: `select o.person_id, o.role, n.name, o.validity::text from posts o join lateral (
    select name from unit_versions where unit_id = o.unit_id order by lower(validity) desc limit 1) n on true`,
  supporters: `select team_id, person_id, validity::text from supporters`,
  sessions: `select s.id, s.place, s.state, n.name from training_sessions s join lateral (
    select name from unit_versions where unit_id = s.commune_id order by lower(validity) desc limit 1) n on true`,
  figures: `select n.name, r.metric, r.value, r.validity::text from registers r join lateral (
    select name from unit_versions where unit_id = r.unit_id order by lower(validity) desc limit 1) n on true`,
  steps: `select step, done, total, finished_at is not null from reorganisation_steps`,
  told: `select name, count(*) from outbox where name like 'reorganisation.%' or name like 'post.%' group by 1`,
};

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function stateOf(url: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [name, statement] of Object.entries(states)) {
    const [row] = await query<{ rows: number; hash: string }>(
      url,
      `select count(*)::int as rows, md5(string_agg(x::text, '|' order by x::text)) as hash from (${statement}) x`,
    );
    found.set(name, `${row?.rows} ${row?.hash}`);
  }
  return found;
}

interface Progress {
  state: string;
  open: number;
  done: number;
}
async function progressOf(url: string): Promise<Progress> {
  const [row] = await query<Progress>(
    url,
    `select r.state, (select count(*)::int from reorganisation_steps where finished_at is null) as open,
       (select coalesce(sum(done), 0)::int from reorganisation_steps) as done from reorganisations r where reach = 'units'`,
  );
  if (!row) throw new Error('there is no reform');
  return row;
}
const isOver = ({ state, open }: Progress): boolean => state === 'applied' && open === 0;

/** A country with its reform scheduled for tomorrow. */
async function scheduled(url: string, teams: number, folder: string): Promise<void> {
  const country = await Country.seed(url, teams, SHAPE);
  await underOneRoot(country);
  await openOrders(country);
  await signLeadersIn(country);
  await country.analyze();
  const dayBefore = new Date(Date.parse(NOW) - 86_400_000).toISOString();
  const env = {
    DATABASE_URL: url,
    DATA_DIR: folder,
    ROLE: 'api',
    MIGRATE: 'off',
    TICKS: 'off',
    LOG_LEVEL: 'error',
    CLOCK: dayBefore,
  };
  const app = await createApp(loadEnv({ ...process.env, ...env }));
  await app.listen(0, '127.0.0.1');
  try {
    const served = { app, country, url: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
    const { token } = country.seats.people.admin;
    const { id, version } = await draftReform(served, token);
    await must(served, 'scheduleReform', token, { params: { reformId: id }, body: { version } });
  } finally {
    await app.close();
    await country.client.end();
  }
}

class Day {
  private workers = 0;

  constructor(
    private readonly url: string,
    private readonly folder: string,
  ) {}

  worker() {
    const clock = new Date(Date.parse(NOW) + this.workers++ * APART_MS).toISOString();
    return startInstalled({
      DATABASE_URL: this.url,
      DATA_DIR: this.folder,
      ROLE: 'worker',
      MIGRATE: 'off',
      LOG_LEVEL: 'error',
      CLOCK: clock,
      CLOCK_SPEED: `${SPEED}@${new Date().toISOString()}`,
    });
  }

  /** Gives whether it came to its end. */
  async lived(): Promise<boolean> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await wait(250))
      if (isOver(await progressOf(this.url))) return true;
    return false;
  }
}

export async function faultsDuringReform({ kills, teams }: { kills: number; teams: number }) {
  const servers = await startBenchServers('postgres');
  process.env['NODE_OPTIONS'] =
    `--no-warnings --import ${new URL('../../support/runner/typescript-loader.mjs', import.meta.url)}`;
  try {
    const calm = await servers.database('calm');
    await scheduled(calm, teams, servers.folder);
    const storm = calm.replace(/\/calm\b/, '/storm');
    await query(calm.replace(/\/calm\b/, '/postgres'), 'create database storm template calm');
    const day = new Day(calm, servers.folder);
    const worker = await day.worker();
    const calmOver = await day.lived();
    await worker.stop();

    const stormy = new Day(storm, servers.folder);
    let [inWork, last] = [0, -1];
    for (let n = 0; n < kills; n++) {
      const running = await stormy.worker();
      await wait(LIFE_MS.least + ((LIFE_MS.most - LIFE_MS.least) * n) / Math.max(1, kills - 1));
      const at = await progressOf(storm);
      await running.kill();
      if (!isOver(at) && at.done !== last) inWork += 1;
      last = at.done;
    }
    const rest = await stormy.worker();
    const stormOver = await stormy.lived();
    await rest.stop();
    const [without, withKills] = [await stateOf(calm), await stateOf(storm)];
    const differ = [...without].flatMap(([name, state]) => (withKills.get(name) === state ? [] : [name]));
    return {
      metrics: {
        kills,
        kills_in_work: inWork,
        stuck: Number(!calmOver) + Number(!stormOver),
        tables_compared: without.size,
        tables_differ: differ.length,
      },
      missed: [
        ...(calmOver && stormOver ? [] : ['the reform did not come to its end']),
        ...differ.map((name) => `${name} differ: ${without.get(name)} without kills, ${withKills.get(name)} with`),
        ...(inWork > 0 ? [] : ['no kill fell into the work']),
      ],
    };
  } finally {
    await killProcesses();
    await servers.stop();
  }
}
