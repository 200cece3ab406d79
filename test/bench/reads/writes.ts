/** The writes that a person waits for, once each. */
import { performance } from 'node:perf_hooks';
import { must, rosterOf, type Served } from './prepare.ts';
import type { HttpCall } from '../../support/over-http.ts';
import { communeDraft } from './probe-asks.ts';
import { area, idOf, uuid } from '../country/seats.ts';

const RESULTS = 200;
const ROWS = 3_000;
const ROWS_PER_TEAM = 5;

async function ms(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

type Write = (served: Served) => Promise<number>;

/** To all teams of the province, of another template than the seeded ones: nothing is like it. */
async function orderOf({ country }: Served): Promise<HttpCall> {
  const { seats } = country;
  const teams = await country.rows<{ id: string }>(
    `select t.id from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = $1 where t.status = 'active' order by t.id`,
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
  return { body };
}

const previewOrder: Write = async (served) => {
  const order = await orderOf(served);
  return ms(() => must(served, 'previewAssignment', served.country.seats.people.province_officer.token, order));
};

const issueOrder: Write = async (served) => {
  const order = await orderOf(served);
  return ms(() => must(served, 'issueAssignment', served.country.seats.people.province_officer.token, order));
};

/** As from a list in which all are ticked. */
const confirmResults: Write = async (served) => {
  const { seats } = served.country;
  const waiting = await served.country.rows<{ id: string }>(
    `select id from tasks where commune_id = $1 and state = 'submitted' order by id limit ${RESULTS}`,
    [seats.commune],
  );
  if (waiting.length < RESULTS) throw new Error(`only ${waiting.length} results wait`);
  const call = { params: { unitId: seats.commune }, body: { taskIds: waiting.map(({ id }) => id) } };
  let confirmed = 0;
  const took = await ms(async () => {
    const { body } = await must(served, 'confirmResults', seats.people.committee_member.token, call);
    confirmed = body.results.filter(({ outcome }: { outcome: string }) => outcome === 'confirmed').length;
  });
  if (confirmed < RESULTS) throw new Error(`only ${confirmed} results were confirmed`);
  return took;
};

/** A proposed session to which all teams of the province are to come. */
const publishSession: Write = async (served) => {
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
};

/**
 * The file of a commune of 600 hamlets without teams. The process that reads files runs already: from the sources, as here,
 * it takes a second longer to start than as built.
 */
const readRoster: Write = async (served) => {
  const { empty, emptyCommittee } = served.country.seats;
  const small = { params: { unitId: empty }, query: { fileName: 'to.xlsx' }, body: await rosterOf(1) };
  await must(served, 'uploadRoster', emptyCommittee.token, small);
  const file = await rosterOf(ROWS / ROWS_PER_TEAM, ROWS_PER_TEAM);
  const call = { params: { unitId: empty }, query: { fileName: 'to.xlsx' }, body: file };
  return ms(() => must(served, 'uploadRoster', emptyCommittee.token, call));
};

const writeRoster: Write = async (served) => {
  const { empty, emptyCommittee } = served.country.seats;
  const [staged] = await served.country.rows<{ id: string }>(
    `select id from roster_imports where unit_id = $1 and status = 'staged' order by id desc limit 1`,
    [empty],
  );
  const decision = { number: '42/QĐ-UBND', signedOn: '2026-11-01', signer: 'Chủ tịch UBND xã' };
  const params = { importId: staged?.id ?? '' };
  const { body: gaps } = await must(served, 'rosterGaps', emptyCommittee.token, {
    params,
    query: { signedOn: decision.signedOn },
  });
  const knowsOfGaps = gaps.map(({ key }: { key: string }) => key);
  const call = { params, body: { decision, from: '2026-11-01', knowsOfGaps } };
  return ms(() => must(served, 'confirmRoster', emptyCommittee.token, call));
};

/** Only the sending: its figures were read before. */
const submitReport: Write = async (served) => {
  const { token } = served.country.seats.people.focal_officer;
  const params = { reportId: communeDraft };
  const { words, figuresHash } = (await must(served, 'readReport', token, { params })).body;
  const body = { wordsVersion: words.version, figuresHash };
  return ms(() => must(served, 'submitReport', token, { params, body }));
};

/** In this order: the roster that is written is the one that was read. */
const writes: Record<string, Write> = {
  preview_order_ms: previewOrder,
  issue_order_ms: issueOrder,
  confirm_200_results_ms: confirmResults,
  publish_session_ms: publishSession,
  read_roster_ms: readRoster,
  write_roster_ms: writeRoster,
  submit_report_ms: submitReport,
};

/** Milliseconds of each; what failed stands in `faults`. */
export async function writeAll(
  served: Served,
  done: (name: string) => void = () => undefined,
): Promise<{ times: Record<string, number>; faults: string[] }> {
  const times: Record<string, number> = {};
  const faults: string[] = [];
  for (const [name, write] of Object.entries(writes)) {
    try {
      times[name] = await write(served);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
    done(name);
  }
  return { times, faults };
}
