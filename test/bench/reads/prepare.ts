/** What cannot be seeded by SQL, because the application makes it: a sent report, files, links and a staged roster. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sharp from 'sharp';
import { v7 } from 'uuid';
import { type RouteId, routes } from '#contracts';
import type { Role } from '#contracts/enums';
import { writeWorkbook } from '#documents';
import { hashToken } from '#platform/auth';
import { FileLinks } from '#platform/files';
import { ReportArchiveStore } from '../../../src/modules/reporting/papers/documents/report-archive-store.ts';
import { header, lead, sheetOf } from '../../support/files/rosters.ts';
import { signPdf } from '../../support/files/signed.ts';
import { callOver, type HttpCall } from '../../support/over-http.ts';
import type { Answer } from '../../support/app.ts';
import { communeSent, hamletsToMerge } from './probe-asks.ts';
import type { Country } from '../country/country.ts';
import { area, uuid } from '../country/seats.ts';

export interface Made {
  exportId: string;
  importId: string;
  allotmentId: string;
  requestId: string;
  dataRequestId: string;
  /** To see, and known to come from the person. */
  seeingRequestId: string;
  /** A list that the focal officer took, and the administrator's question why. */
  taken: { trace: string; questionId: string };
  /** A fresh link to the leader's photo, as a photo and as a file. */
  linkTo(kind: 'photo' | 'file'): Promise<string>;
  feedToken: string;
  lists: Partial<Record<Role, string>>;
  focalPostId: string;
  reformId: string;
  /** Of communes: one goes on and gives some of its hamlets to a new one. */
  unitReformId: string;
}

/** The application and the country that it serves. */
export interface Served {
  app: NestFastifyApplication;
  url: string;
  country: Country;
}

/** @throws Error when it is refused */
export async function must(served: Served, id: RouteId, token: string, call: HttpCall = {}): Promise<Answer> {
  const answer = await callOver(served.url, routes[id], { token, ...call });
  if (answer.status >= 300) throw new Error(`${id} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** Sends the commune's report of October; its words stand in the neighbours' versions too. Before everything is analyzed. */
export async function sendReport(served: Served): Promise<void> {
  const { client, seats } = served.country;
  const { token } = seats.people.focal_officer;
  await client.query(`delete from report_facts where report_id = '${communeSent}'`);
  await client.query(`delete from report_figures where report_id = '${communeSent}'`);
  await client.query(`delete from report_versions where report_id = '${communeSent}'`);
  await client.query(
    `update reports set state = 'draft', version = 0, first_submitted_at = null, exception_until = '2026-11-30' where id = '${communeSent}'`,
  );
  await submit(served, communeSent, token);
  await served.app.get(ReportArchiveStore, { strict: false }).keep(communeSent, 1);
  await client.query(
    `update report_versions v set content = s.content from report_versions s, reports r
      where s.report_id = '${communeSent}' and r.id = v.report_id and r.receiver_id = '${seats.province}' and r.month >= '2026-09-01' and v.report_id <> s.report_id`,
  );
}

export async function submit(served: Served, reportId: string, token: string): Promise<void> {
  const params = { reportId };
  const { words, figuresHash } = (await must(served, 'readReport', token, { params })).body;
  const body = { wordsVersion: words.version, figuresHash, lateReason: 'Mưa lũ', withMissing: true };
  await must(served, 'submitReport', token, { params, body });
}

export async function prepare(served: Served): Promise<Made> {
  const { leader, committee_member: committee } = served.country.seats.people;
  const exportId = await signedPaper(served);
  const roster = await must(served, 'uploadRoster', committee.token, {
    params: { unitId: served.country.seats.commune },
    query: { fileName: 'to.xlsx' },
    body: await rosterOf(30),
  });
  await must(served, 'putDecisionScan', committee.token, {
    params: { teamId: served.country.seats.team, decisionId: uuid(area.decision, 1) },
    body: Buffer.from('%PDF-1.7\n%%EOF\n'),
  });
  await draftTeam(served);
  const photo = await photoOf(served);
  const links = served.app.get(FileLinks, { strict: false });
  const feedToken = 'feed-of-the-bench-and-of-its-leader';
  await served.country.client.query(
    'insert into calendar_feeds (token_hash, person_id, opened_at) values ($1, $2, $3)',
    [hashToken(feedToken), leader.personId, '2026-11-01'],
  );
  return {
    exportId,
    importId: roster.body.id,
    allotmentId: await allotmentOf(served),
    requestId: await requestOf(served),
    dataRequestId: await dataRequestOf(served, 'erase', 1),
    seeingRequestId: await dataRequestOf(served, 'view', 2),
    taken: await takenList(served),
    linkTo: async (kind) => (await links.signer(kind))(kind === 'photo' ? photo.id : photo.hash),
    feedToken,
    lists: await listsOf(served),
    focalPostId: await focalPost(served),
    reformId: await reformOf(served),
    unitReformId: await unitReformOf(served),
  };
}

/** A number for every commune of the province, all of it handed on by an order to all their teams. */
async function allotmentOf(served: Served): Promise<string> {
  const { client, seats } = served.country;
  const { token } = seats.people.province_officer;
  const params = { unitId: seats.province };
  const communes: { unit: { id: string } }[] = (await must(served, 'communesToAsk', token, { params })).body;
  const body = {
    templateCode: 'NV03',
    title: 'Chỉ tiêu để đo',
    work: 'Chỉ tiêu để đo tốc độ đọc.',
    indicatorCode: 'CQ02',
    target: communes.length * 100,
    dueOn: '2026-12-20',
    directiveId: uuid(area.directive, 900_000_101),
    evidence: ['count'],
    shares: communes.map(({ unit }) => ({ unitId: unit.id, target: 100 })),
    recurrence: 'monthly',
  };
  const { id } = (await must(served, 'allot', token, { params, body })).body;
  await client.query('update assignments set origin_id = $1 where id = $2', [id, uuid(area.watchedProvince, 6)]);
  return id;
}

/** An order to all teams of the commune that waits for a second officer. */
async function requestOf({ country: { client, seats } }: Served): Promise<string> {
  const id = v7();
  await client.query(
    `insert into send_requests (id, unit_id, kind, title, content, places, people, asked_by, asked_at)
     select $1, $2, 'order', 'Việc chờ duyệt', jsonb_build_object('kind', 'order', 'order', jsonb_build_object('unitId', $2::uuid, 'templateCode', 'NV03', 'title', 'Việc chờ duyệt', 'work', 'Việc chờ người thứ hai duyệt.',
         'indicatorCode', 'CQ02', 'target', count(*), 'dueOn', '2026-12-20', 'directiveId', $4::uuid, 'evidence', '["count"]'::jsonb,
         'asks', '[]'::jsonb, 'priority', 'normal', 'knowsOfSimilar', '[]'::jsonb,
         'shares', coalesce(jsonb_agg(jsonb_build_object('teamId', t.id, 'target', 1)), '[]'::jsonb))),
       count(*), count(*) * 4, $3, '2026-11-17'
       from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_id = $2`,
    [id, seats.commune, seats.people.committee_member.personId, uuid(area.directive, 900_000_101)],
  );
  return id;
}

/** The member wishes to be erased. */
async function dataRequestOf(
  { country: { client, seats } }: Served,
  kind: 'erase' | 'view',
  no: number,
): Promise<string> {
  const id = v7();
  await client.query(
    `insert into data_requests (id, unit_id, no, person_id, kind, source, filed_by, received_at, due_on, verified_at, verified_how)
     values ($1, $2, $5, $3, $4, 'app', $3, '2026-11-17', '2026-11-19', '2026-11-17', 'account')`,
    [id, seats.commune, seats.people.member.personId, kind, no],
  );
  return id;
}

async function takenList({ country: { client, seats } }: Served): Promise<Made['taken']> {
  const [actId, questionId, trace] = [v7(), v7(), 'TS-BENC-H2'];
  const { focal_officer: focal, admin } = seats.people;
  await client.query(
    `insert into access_acts (id, at, kind, what, person_id, unit_id, by_unit_id, people, purpose, trace)
     values ($1, '2026-11-17', 'export', 'roster.appendix1', $2, $3, $3, 40, 'report', $4)`,
    [actId, focal.personId, seats.commune, trace],
  );
  await client.query(
    `insert into log_questions (id, act_id, person_id, unit_id, asked_by, asked_at) values ($1, $2, $3, $4, $5, '2026-11-17')`,
    [questionId, actId, focal.personId, seats.province, admin.personId],
  );
  return { trace, questionId };
}

/** A draft of a merger: nothing of the country changes by it. */
async function reformOf(served: Served): Promise<string> {
  const { people, commune, hamlet } = served.country.seats;
  const body = {
    title: 'Nhập hai thôn',
    hamletIds: hamletsToMerge({ hamlet }),
    type: 'thôn',
    name: 'Tân Minh',
    onDate: '2026-12-31',
  };
  const params = { unitId: commune };
  return (await must(served, 'createMerger', people.committee_member.token, { params, body })).body.id;
}

async function unitReformOf(served: Served): Promise<string> {
  const { people, commune, hamlet, province } = served.country.seats;
  const { token } = people.province_officer;
  const body = { title: 'Chia một xã', onDate: '2026-12-31' };
  const { id } = (await must(served, 'createReform', token, { params: { unitId: province }, body })).body;
  const edits = [
    { do: 'unit', unitId: commune, type: 'xã', name: 'Tân Minh' },
    { do: 'unit', type: 'xã', name: 'Tân Sơn', parentId: province },
    { do: 'part', unitId: commune, intoPosition: 2, whole: false },
    { do: 'name', unitId: hamlet, type: 'thôn', name: 'Tân Đông' },
  ];
  const params = { reformId: id };
  await must(served, 'editReform', token, { params, body: { version: 1, edits } });
  // The commune is asked about it.
  const asking = { version: 2, position: 1, answerBy: '2026-12-20' };
  await must(served, 'askCommunes', token, { params, body: asking });
  return id;
}

async function focalPost({ country: { client, seats } }: Served): Promise<string> {
  const { rows } = await client.query('select id from posts where person_id = $1', [
    seats.people.focal_officer.personId,
  ]);
  return rows[0].id;
}

/** A draft beside the team of the hamlet, with three of its people. */
async function draftTeam({ country: { client, seats } }: Served): Promise<void> {
  const id = v7();
  await client.query(
    `insert into teams (id, unit_id, status, validity, created_at)
     select $1, unit_id, 'draft', '[2026-11-01,)', '2026-11-01' from teams where id = $2`,
    [id, seats.team],
  );
  await client.query(
    `insert into team_members (id, team_id, person_id, role, validity)
     select gen_random_uuid(), $1, person_id, role, '[2026-11-01,)' from team_members where team_id = $2 limit 3`,
    [id, seats.team],
  );
}

async function signedPaper(served: Served): Promise<string> {
  const { token } = served.country.seats.people.focal_officer;
  const params = { reportId: communeSent };
  const { id } = (await must(served, 'exportForSigning', token, { params, body: { format: 'pdf' } })).body;
  const ofExport = { params: { ...params, exportId: id } };
  const { raw } = await must(served, 'exportedFile', token, ofExport);
  await must(served, 'takeSignedFile', token, { ...ofExport, body: signPdf(raw) });
  return id;
}

/** A photo of a result of the leader's. */
async function photoOf(served: Served): Promise<{ id: string; hash: string }> {
  const { country } = served;
  const { leader } = country.seats.people;
  const [entryId, photoId] = [v7(), v7()];
  await country.client.query(
    `insert into progress_entries (id, task_id, team_id, unit_id, commune_id, kind, happened_on, recorded_at, actor_id, command_id, receipt)
     select $1, id, team_id, unit_id, commune_id, 'progress', '2026-11-17', '2026-11-17', $2, $1, 'photo' from tasks where team_id = $3 and state = 'accepted' limit 1`,
    [entryId, leader.personId, country.seats.team],
  );
  await country.client.query(
    `insert into progress_lines (entry_id, position, indicator_code, value) values ($1, 0, 'CQ02', 1)`,
    [entryId],
  );
  await country.client.query(
    `insert into photos (id, entry_id, position, taken_by, announced_at) values ($1, $2, 0, $3, '2026-11-17')`,
    [photoId, entryId, leader.personId],
  );
  const body = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#88aa66' } })
    .jpeg()
    .toBuffer();
  await must(served, 'addPhoto', leader.token, { params: { entryId, photoId }, body });
  const [stored] = await country.rows<{ hash: string }>('select content_hash as hash from photos where id = $1', [
    photoId,
  ]);
  return { id: photoId, hash: stored?.hash ?? '' };
}

/** Four rows per team: Thôn 1, Thôn 2 ... */
export async function rosterOf(teams: number, members = 4): Promise<Buffer> {
  const rows = Array.from({ length: teams }, (_, t) =>
    Array.from({ length: members }, (__, m) => [
      ...(m === 0 ? [t + 1, `Thôn ${t + 1}`, members] : [null, null, null]),
      `Trịnh Văn ${String.fromCharCode(65 + (t % 26))}${String.fromCharCode(97 + m)}`,
      lead[Math.min(m, 2)] ?? '',
      `051${String(t * 10 + m).padStart(7, '0')}`,
    ]),
  ).flat();
  return Buffer.from(await writeWorkbook([sheetOf([header, ...rows])]));
}

async function listsOf({ country }: Served): Promise<Made['lists']> {
  const lists: Made['lists'] = {};
  for (const role of ['admin', 'province_officer'] as const) {
    lists[role] = v7();
    await country.client.query(
      `insert into list_jobs (id, unit_id, asked_by, on_day, state, percent, teams, name, file, asked_at, done_at)
       values ($1, $2, $3, '2026-11-17', 'ready', 100, 4400, 'phu-luc-1.xlsx', $4, '2026-11-17', '2026-11-17')`,
      [lists[role], country.seats.province, country.seats.people[role].personId, Buffer.alloc(200_000)],
    );
  }
  return lists;
}
