/** The writes that a person waits for, once each. */
import { performance } from 'node:perf_hooks';
import { must, rosterOf, type Served } from './prepare.ts';
import { communeDraft } from './probes.ts';
import { area, idOf, uuid } from '../country/seats.ts';

const RESULTS = 200;
const ROWS = 3_000;
const ROWS_PER_TEAM = 5;

async function ms(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * An order to all teams of the province: looked at as the screen does, then given. Of another template than the seeded ones:
 * nothing is like it.
 */
async function issueOrder(served: Served): Promise<{ preview: number; issue: number }> {
  const { seats } = served.country;
  const teams = await served.country.rows<{ id: string }>(
    `select t.id from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = $1 order by t.id`,
    [seats.province],
  );
  const body = {
    unitId: seats.province,
    templateCode: 'NV08',
    title: 'Việc để đo',
    work: 'Việc để đo tốc độ giao việc.',
    indicatorCode: 'KT02',
    target: teams.length * 2,
    dueOn: '2026-12-20',
    directiveId: uuid(area.directive, 900_000_101),
    evidence: ['count'],
    shares: teams.map(({ id: teamId }) => ({ teamId, target: 2 })),
  };
  const { token } = seats.people.province_officer;
  const preview = await ms(() => must(served, 'previewAssignment', token, { body }));
  const issue = await ms(() => must(served, 'issueAssignment', token, { body }));
  return { preview, issue };
}

/** All of them on their way at the same time, as from a list in which all are ticked. */
async function confirmResults(served: Served): Promise<number> {
  const { seats } = served.country;
  const waiting = await served.country.rows<{ id: string }>(
    `select id from tasks where commune_id = $1 and state = 'submitted' order by id limit ${RESULTS}`,
    [seats.commune],
  );
  if (waiting.length < RESULTS) throw new Error(`only ${waiting.length} results wait`);
  const { token } = seats.people.committee_member;
  return ms(() =>
    Promise.all(waiting.map(({ id: taskId }) => must(served, 'confirmTask', token, { params: { taskId }, body: {} }))),
  );
}

/** A proposed session to which all teams of the province are to come. */
async function publishSession(served: Served): Promise<number> {
  const { seats, client } = served.country;
  const sessionId = uuid(area.training, 9);
  await client.query(
    `insert into training_sessions (id, state, provider_id, trainer_id, commune_id, topic_code, title, audience, starts_at, ends_at, online_url, capacity, language, secret, proposed_by, proposed_at)
     values ($1, 'proposed', ${idOf(area.provider, '1')}, $2, $3, 'public_services', 'Buổi trực tuyến', 'teams', '2026-12-20 02:00Z', '2026-12-20 04:00Z', 'https://hop.example/1', 2000, 'vi', sha256('x'), $2, '2026-11-17')`,
    [sessionId, seats.people.trainer.personId, seats.commune],
  );
  await client.query(
    `insert into session_teams (session_id, team_id, kept) select $1, t.id, 0 from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = $2`,
    [sessionId, seats.province],
  );
  const body = { outcome: 'confirm', version: 1 };
  return ms(() => must(served, 'decideSession', seats.people.committee_member.token, { params: { sessionId }, body }));
}

/** The file of a commune of 600 hamlets without teams: read, then written. */
async function importRoster(served: Served): Promise<{ upload: number; confirm: number }> {
  const { empty, emptyCommittee } = served.country.seats;
  const file = await rosterOf(ROWS / ROWS_PER_TEAM, ROWS_PER_TEAM);
  let importId = '';
  const upload = await ms(async () => {
    const call = { params: { unitId: empty }, query: { fileName: 'to.xlsx' }, body: file };
    importId = (await must(served, 'uploadRoster', emptyCommittee.token, call)).body.id;
  });
  const decision = { number: '42/QĐ-UBND', signedOn: '2026-11-01', signer: 'Chủ tịch UBND xã' };
  const confirm = await ms(() =>
    must(served, 'confirmRoster', emptyCommittee.token, {
      params: { importId },
      body: { decision, from: '2026-11-01' },
    }),
  );
  return { upload, confirm };
}

/** Only the sending: its figures were read before. */
async function submitReport(served: Served): Promise<number> {
  const { token } = served.country.seats.people.focal_officer;
  const params = { reportId: communeDraft };
  const { words, figuresHash } = (await must(served, 'readReport', token, { params })).body;
  const body = { wordsVersion: words.version, figuresHash };
  return ms(() => must(served, 'submitReport', token, { params, body }));
}

/** Milliseconds of each; what failed stands in `faults`. */
export async function writeAll(served: Served): Promise<{ times: Record<string, number>; faults: string[] }> {
  const times: Record<string, number> = {};
  const faults: string[] = [];
  const add = async (name: string, work: () => Promise<number>) => {
    try {
      times[name] = await work();
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  };
  await add('preview_order_ms', async () => {
    const { preview, issue } = await issueOrder(served);
    times['issue_order_ms'] = issue;
    return preview;
  });
  await add('confirm_200_results_ms', () => confirmResults(served));
  await add('publish_session_ms', () => publishSession(served));
  await add('read_roster_ms', async () => {
    const { upload, confirm } = await importRoster(served);
    times['write_roster_ms'] = confirm;
    return upload;
  });
  await add('submit_report_ms', () => submitReport(served));
  return { times, faults };
}
