/** What the phones were told against what the database holds. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { PHOTOS, type Told } from './phones.ts';

export interface Ledger {
  lost: number;
  doubled: number;
  unfinished: number;
  /** What is wrong, in words. */
  findings: string[];
}

const POLL_MS = 250;

/** Until everybody has the order's message and no delivery is open. @returns false when the time is over before */
export async function untilToldAll(client: Client, members: number, seconds: number): Promise<boolean> {
  for (const deadline = performance.now() + seconds * 1_000; performance.now() < deadline; await wait(POLL_MS)) {
    const { rows } = await client.query<{ inbox: number; open: number }>(
      `select (select count(*)::int from notifications n join messages m on m.id = n.message_id where m.kind = 'taskAssigned') as inbox,
              (select count(*)::int from delivery_chunks where state <> 'done') as open`,
    );
    if (rows[0] && rows[0].inbox >= members && rows[0].open === 0) return true;
  }
  return false;
}

export async function reckon(client: Client, told: readonly Told[]): Promise<Ledger> {
  const keys = async (sql: string): Promise<Map<string, number>> => {
    const { rows } = await client.query<{ key: string; n: number }>(sql);
    return new Map(rows.map(({ key, n }) => [key, n]));
  };
  const accepted = told.filter(({ hasAccepted }) => hasAccepted);
  const first = accepted.filter(({ wasFirst }) => wasFirst);
  const compared: [what: string, expected: readonly string[], there: Map<string, number>][] = [
    [
      'acceptances',
      [...new Set(accepted.map(({ taskId }) => taskId))],
      await keys(
        `select payload->>'taskId' as key, count(*)::int as n from outbox where name = 'task.accepted' group by 1`,
      ),
    ],
    [
      'acceptances by who was told to be the first',
      first.map(({ taskId, personId }) => `${taskId} ${personId}`),
      await keys(`select id || ' ' || accepted_by as key, 1 as n from tasks where accepted_by is not null`),
    ],
    [
      'progress entries',
      told.filter(({ commandId }) => commandId).map(({ personId }) => personId),
      await keys('select actor_id::text as key, count(*)::int as n from progress_entries group by 1'),
    ],
    [
      'progress events',
      told.filter(({ commandId }) => commandId).map(({ commandId }) => commandId),
      await keys(
        `select command_id::text as key, count(*)::int as n from outbox where name = 'progress.reported' group by 1`,
      ),
    ],
    [
      'photos',
      told.flatMap(({ photoIds }) => photoIds),
      await keys(
        `select p.id::text as key, count(*)::int as n from photos p join progress_entries e on e.id = p.entry_id where p.content_hash is not null group by 1`,
      ),
    ],
    [
      'messages in inboxes',
      await everybody(client),
      await keys(
        `select n.person_id::text as key, count(*)::int as n from notifications n join messages m on m.id = n.message_id where m.kind = 'taskAssigned' group by 1`,
      ),
    ],
    [
      'messages sent',
      await everybody(client),
      await keys(
        `select d.person_id::text as key, count(*)::int as n from deliveries d join messages m on m.id = d.message_id where m.kind = 'taskAssigned' and d.state = 'sent' group by 1`,
      ),
    ],
  ];
  return sumOf(compared, told);
}

function sumOf(compared: readonly [string, readonly string[], Map<string, number>][], told: readonly Told[]): Ledger {
  const ledger: Ledger = {
    lost: 0,
    doubled: 0,
    unfinished: told.filter(({ isDone }) => !isDone).length,
    findings: [],
  };
  for (const [what, expected, there] of compared) {
    const lost = expected.filter((key) => !there.has(key)).length;
    // Whom the database knows twice, and whom two phones were told of as theirs.
    const doubled = [...there.values()].reduce((sum, n) => sum + n - 1, 0) + expected.length - new Set(expected).size;
    ledger.lost += lost;
    ledger.doubled += doubled;
    if (lost > 0) ledger.findings.push(`${lost} of ${expected.length} ${what} are lost`);
    if (doubled > 0) ledger.findings.push(`${doubled} ${what} are doubled`);
  }
  const short = told.filter(({ isDone, photoIds }) => isDone && photoIds.length !== PHOTOS).length;
  if (short > 0) ledger.findings.push(`${short} phones ended without their photos`);
  return { ...ledger, lost: ledger.lost + short };
}

async function everybody(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select person_id::text as id from team_members');
  return rows.map(({ id }) => id);
}
