/**
 * The obvious way: no sign-in, no right, no command id, no answer to draw: the transaction alone. The session's row is
 * locked, seats are counted, the turn is drawn, the invitation and the event are written.
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { overConnections } from './support/connections.ts';
import type { Invited, SeededSession } from './seeds/training.ts';

async function take(client: Client, sessionId: string, { personId, teamId }: Invited): Promise<void> {
  await client.query('begin');
  const { rows } = await client.query<{ capacity: number }>(
    'select capacity, state, starts_at from training_sessions where id = $1 for update',
    [sessionId],
  );
  const known = await client.query<{ state: string }>(
    'select state from session_invitations where session_id = $1 and person_id = $2',
    [sessionId, personId],
  );
  if (known.rows[0]?.state === 'invited') {
    const seated = await client.query<{ n: number }>(
      `select count(*)::int as n from session_invitations where session_id = $1 and state = 'seated'`,
      [sessionId],
    );
    const state = (seated.rows[0]?.n ?? 0) < (rows[0]?.capacity ?? 0) ? 'seated' : 'waiting';
    await client.query(
      `with turn as (update training_sessions set asked = asked + 1 where id = $1 returning asked)
       insert into session_invitations (session_id, person_id, team_id, state, asked, answered_at, invited_at) select $1, $2, $3, $4, turn.asked, now(), now() from turn
       on conflict (session_id, person_id) do update set state = excluded.state, asked = excluded.asked, answered_at = excluded.answered_at`,
      [sessionId, personId, teamId, state],
    );
    await client.query(
      `insert into outbox (id, name, payload, occurred_at, actor_id, changes) values ($1, 'training.seat-taken', $2, now(), $3, '{}')`,
      [randomUUID(), { sessionId, personId }, personId],
    );
  }
  await client.query('commit');
}

/** Seconds for all of them over so many connections. */
export async function bareSeats(
  url: string,
  { sessionId }: SeededSession,
  people: readonly Invited[],
  connections: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  try {
    return await overConnections(people, connections, (one, i) => take(clients[i] as Client, sessionId, one));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
