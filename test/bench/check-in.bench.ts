/**
 * Trainers' phones come back to the network after a day without: each brings what it has seen, out of order, doubled and
 * replayed, over HTTP to several API processes. Afterwards exactly those are there whom some phone has seen, each once.
 *
 *   npm run bench -- check-in [--check-ins 5000] [--phones 50] [--people 1500] [--processes 2]
 */
import { Client } from 'pg';
import { killProcesses, startProcess } from '../support/processes.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { type Phone, phonesOf } from './check-in.phones.ts';
import { keptConnection, post } from './support/connections.ts';
import { seedSession, type SeededSession } from './seeds/training.ts';
import { seedTeams } from './seeds/people.ts';

const DB_POOL = '14';
/** One person in ten is invited and stays away: nobody may find them there. */
const AWAY = 10;

interface Params {
  'check-ins': number;
  phones: number;
  people: number;
  processes: number;
}

/** A phone's packets one after the other, each to the next process. @throws Error at an answer that is not 200 */
async function bring(phone: Phone, at: number, urls: string[], { sessionId, trainerToken }: SeededSession) {
  const agents = urls.map(keptConnection);
  try {
    for (const [i, { key, items }] of phone.packets.entries()) {
      const to = (at + i) % urls.length;
      const url = `${urls[to]}/api/v1/training/sessions/${sessionId}/check-ins`;
      const headers = { authorization: `Bearer ${trainerToken}`, 'idempotency-key': key };
      const { status, body } = await post(agents[to] as (typeof agents)[0], url, headers, { items });
      if (status !== 200) throw new Error(`check-ins were answered ${status}: ${body.slice(0, 300)}`);
    }
  } finally {
    for (const agent of agents) agent.destroy();
  }
}

/** What the database says: who is there, and how many were told of. */
async function present(url: string, { sessionId }: SeededSession): Promise<{ who: string[]; told: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const there = await client.query<{ who: string }>(
      `select coalesce(person_id::text, full_name) as who from check_ins where session_id = $1 and state = 'counted'`,
      [sessionId],
    );
    const told = await client.query<{ n: number }>(
      `select coalesce(sum((payload->>'count')::int), 0)::int as n from outbox where name = 'training.checked-in' and payload->>'sessionId' = $1`,
      [sessionId],
    );
    return { who: there.rows.map(({ who }) => who), told: told.rows[0]?.n ?? 0 };
  } finally {
    await client.end();
  }
}

async function measure(servers: BenchServers, params: Params): Promise<Record<string, number>> {
  const { phones: phoneCount, people, processes, 'check-ins': checkIns } = params;
  const url = await servers.database('check_in');
  const env = { DATABASE_URL: url, ROLE: 'api', MIGRATE: 'off', DB_POOL, DATA_DIR: servers.folder, LOG_LEVEL: 'error' };
  const urls: string[] = [];
  for (let i = 0; i < processes; i++) urls.push((await startProcess(env)).url);
  const session = await seedSession(url, await seedTeams(url, people), { people, capacity: people, startsIn: -60 });
  const coming = session.invited.filter((_, i) => i % AWAY > 0);
  const away = session.invited.filter((_, i) => i % AWAY === 0);
  const phones = await phonesOf(session, [coming, away], { phones: phoneCount, checkIns });
  const from = performance.now();
  await Promise.all(phones.map((phone, i) => bring(phone, i, urls, session)));
  const seconds = (performance.now() - from) / 1000;
  const exact = new Set(phones.flatMap(({ who }) => who));
  const { who, told } = await present(url, session);
  const there = new Set(who);
  return {
    people: exact.size,
    sent: phones.reduce((sum, { packets }) => sum + packets.reduce((n, { items }) => n + items.length, 0), 0),
    missing: [...exact].filter((one) => !there.has(one)).length,
    doubles: who.length - there.size + Math.abs(told - who.length),
    strangers: [...there].filter((one) => !exact.has(one)).length,
    rate: checkIns / seconds,
  };
}

export const bench: Bench = {
  name: 'check-in',
  defaults: { 'check-ins': 5_000, phones: 50, people: 1_500, processes: 2 },
  async run(given) {
    const servers = await startBenchServers('postgres');
    try {
      const metrics = await measure(servers, given as unknown as Params);
      const { missing = 1, doubles = 1, strangers = 1 } = metrics;
      return {
        metrics,
        missed: [
          ...(missing === 0 ? [] : [`${missing} who were there are missing`]),
          ...(doubles === 0 ? [] : [`${doubles} count twice`]),
          ...(strangers === 0 ? [] : [`${strangers} count whom nobody has seen`]),
        ],
      };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
