/** Open work for the first teams of a seeded database, and signed-in leaders who ask for it. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { hashToken } from '#platform/auth';
import type { Seeded } from './people.ts';

export interface Reader {
  token: string;
  personId: string;
  teamId: string;
}

const ORDERS = 20;
const TEAMS_WITH_WORK = 400;
const indicator = {
  code: 'CQ02',
  name: 'Lượt người dân được hướng dẫn',
  nameEn: 'People helped',
  unit: 'lượt',
  unitEn: 'times',
};

/** 20 orders to 400 teams; every second task has two reported parts. Gives `readers` leaders with sessions, and the officer's. */
export async function seedTasks(
  url: string,
  { districtId, officerId, directiveId }: Seeded,
  readers: number,
): Promise<{ readers: Reader[]; officerToken: string }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into assignments (id, issuer_unit_id, template_code, pillar, title, work, indicator_code, indicator, target, due_on, reply_by_on, directive_id, evidence, priority, issued_by, issued_at, recall_until, series_id)
       select id, $1, 'NV03', 'digital_government', 'Giúp bà con nộp hồ sơ trực tuyến đợt ' || n, 'Cùng bà con nộp hồ sơ trên cổng dịch vụ công tại nhà văn hóa thôn.', 'CQ02', $4, 8000, current_date + n::int, current_date + 3, $3, '{count}', 'normal', $2, now(), now(), id
         from (select gen_random_uuid() as id, n from generate_series(1, ${ORDERS}) n) o`,
      [districtId, officerId, directiveId, indicator],
    );
    await client.query(
      `insert into tasks (id, assignment_id, assignee_kind, assignee_id, team_id, unit_id, commune_id, target, due_on, reply_by_on, state, state_since)
       select gen_random_uuid(), a.id, 'team', t.id, t.id, t.unit_id, c.ancestor_id, 20, a.due_on, a.reply_by_on, 'accepted', now()
         from assignments a, (select id, unit_id from teams order by id limit ${TEAMS_WITH_WORK}) t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune'`,
    );
    await seedProgress(client);
    const leaders = await client.query<{ personId: string; teamId: string }>(
      `select person_id as "personId", team_id as "teamId" from team_members where role = 'leader' order by team_id limit $1`,
      [readers],
    );
    const signedIn: Reader[] = [];
    for (const reader of leaders.rows) signedIn.push({ ...reader, token: await signIn(client, reader.personId) });
    const officerToken = await signIn(client, officerId);
    await client.query('vacuum analyze');
    return { readers: signedIn, officerToken };
  } finally {
    await client.end();
  }
}

export async function signIn(client: Client, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at, slides_seconds) values (gen_random_uuid(), $1, $2, 'bench', now(), now(), now() + interval '90 days', 7776000)`,
    [personId, hashToken(token)],
  );
  return token;
}

async function seedProgress(client: Client): Promise<void> {
  await client.query(
    `insert into progress_entries (id, task_id, team_id, unit_id, commune_id, kind, happened_on, recorded_at, actor_id, command_id, receipt)
     select gen_random_uuid(), t.id, t.team_id, t.unit_id, t.commune_id, 'progress', current_date, now(), m.person_id, gen_random_uuid(), 'B-' || row_number() over ()
       from (select *, row_number() over (order by id) as n from tasks) t join team_members m on m.team_id = t.team_id and m.role = 'leader', generate_series(1, 2) where t.n % 2 = 0`,
  );
  await client.query(
    `insert into progress_lines (entry_id, position, indicator_code, value) select id, 0, 'CQ02', 4 from progress_entries e
      where not exists (select 1 from progress_lines l where l.entry_id = e.id)`,
  );
}
