/**
 * Everybody who is invited asks for a seat at once, over 20 connections on several API processes: as many are seated as
 * there are seats, the rest waits in the order of asking, nobody twice, also when every phone sends its command again.
 * Beside it the bare SQL transaction that does the same over as many connections, once before and once after, so that a
 * machine that is busy with something else for a while is busy for both.
 *
 *   npm run bench -- seats [--people 2000] [--seats 100] [--connections 20] [--processes 2]
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { killProcesses, startProcess } from '../support/processes.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { keptConnection, overConnections, post, shuffled } from './support/connections.ts';
import { bareSeats } from './seats.baseline.ts';
import { type Invited, seedSession, type SeededSession } from './seeds/training.ts';
import { seedTeams } from './seeds/people.ts';

const DB_POOL = '14';
/** What the bench fails on; docs/benches.md says what was measured. */
const bars = { ratio: 0.5 } as const;

interface Params {
  people: number;
  seats: number;
  connections: number;
  processes: number;
}
interface Asking {
  one: Invited;
  key: string;
}

/** Seconds until everybody has an answer. @throws Error at an answer that is not 200 */
async function race(urls: string[], sessionId: string, asking: Asking[], connections: number): Promise<number> {
  const agents = Array.from({ length: connections }, keptConnection);
  try {
    return await overConnections(asking, connections, async ({ one, key }, connection) => {
      const url = `${urls[connection % urls.length]}/api/v1/me/training/${sessionId}/answer`;
      const headers = { authorization: `Bearer ${one.token}`, 'idempotency-key': key };
      const { status, body } = await post(agents[connection] as (typeof agents)[0], url, headers, { answer: 'take' });
      if (status !== 200) throw new Error(`a seat was answered ${status}: ${body.slice(0, 300)}`);
    });
  } finally {
    for (const agent of agents) agent.destroy();
  }
}

/** What the database says after the race. */
async function count(url: string, { sessionId }: SeededSession): Promise<Record<string, number>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, number>>(
      `with asking as (select state, asked, row_number() over (order by asked) as turn from session_invitations where session_id = $1 and asked is not null),
            told as (select count(*) - count(distinct payload->>'personId') as n from outbox where name = 'training.seat-taken' and payload->>'sessionId' = $1::text)
       select count(*) filter (where state = 'seated')::int as seated, count(*) filter (where state = 'waiting')::int as waiting,
              (count(*) - count(distinct asked) + (select n from told))::int as doubles,
              count(*) filter (where asked <> turn or state = 'waiting' and turn <= (select count(*) from asking where state = 'seated'))::int as out_of_order
         from asking`,
      [sessionId],
    );
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

/** Other people of other databases, so that both sides are warm and neither finds the other's rows. */
async function measure(servers: BenchServers, params: Params): Promise<Record<string, number>> {
  const { people, seats, connections, processes } = params;
  const url = await servers.database('seats');
  const env = { DATABASE_URL: url, ROLE: 'api', MIGRATE: 'off', DB_POOL, DATA_DIR: servers.folder, LOG_LEVEL: 'error' };
  const started = [];
  for (let i = 0; i < processes; i++) started.push(await startProcess(env));
  const urls = started.map((one) => one.url);
  const seeded = await seedTeams(url, people);
  const session = (startsIn: number) => seedSession(url, seeded, { people, capacity: seats, startsIn });
  const ready = (invited: Invited[]) => shuffled(invited).map((one) => ({ one, key: randomUUID() }));
  const [warm, bare, raced, after] = [
    await session(3 * 1440),
    await session(5 * 1440),
    await session(7 * 1440),
    await session(9 * 1440),
  ];
  await race(urls, warm.sessionId, ready(warm.invited).slice(0, Math.min(400, people)), connections);
  const bareFirst = await bareSeats(url, bare, shuffled(bare.invited), connections);
  const asking = ready(raced.invited);
  const seconds = await race(urls, raced.sessionId, asking, connections);
  const bareSeconds = (bareFirst + (await bareSeats(url, after, shuffled(after.invited), connections))) / 2;
  await race(urls, raced.sessionId, shuffled(asking), connections);
  const counted = await count(url, raced);
  return {
    ...counted,
    rate: people / seconds,
    bare_rate: people / bareSeconds,
    ratio: bareSeconds / seconds,
  };
}

export const bench: Bench = {
  name: 'seats',
  defaults: { people: 2_000, seats: 100, connections: 20, processes: 2 },
  async run(given) {
    const params = given as unknown as Params;
    const servers = await startBenchServers('postgres');
    try {
      const metrics = await measure(servers, params);
      const { seated = 0, waiting = 0, doubles = 1, out_of_order: outOfOrder = 1, ratio = 0 } = metrics;
      const expected = Math.min(params.seats, params.people);
      return {
        metrics,
        missed: [
          ...(seated === expected ? [] : [`${seated} are seated instead of ${expected}`]),
          ...(waiting === params.people - expected ? [] : [`${waiting} wait instead of ${params.people - expected}`]),
          ...(doubles === 0 ? [] : [`${doubles} asked twice`]),
          ...(outOfOrder === 0 ? [] : [`${outOfOrder} are out of order`]),
          ...(ratio < bars.ratio ? [`ratio ${ratio.toFixed(2)} is below ${bars.ratio}`] : []),
        ],
      };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
