/** Asking about reports: the one of commune A for June, at the stage that each route needs; its receiver is district D1. */
import { v7 } from 'uuid';
import { execute, raw, sql } from '#platform/database';
import { buildDirective } from '../orders.ts';
import type { Spot } from './facts.ts';
import { A, type Ask, atUnit, ofTeam, type Probe, TOP } from './probe.ts';
import { TODAY, type World } from './world.ts';

type ReportStage = 'draft' | 'submitted';
/** Written by the unit's own officers only: a post above does not do. */
export const ownA: Spot = { unit: 'A', own: true };
const D1: Spot = { unit: 'D1' };
const month = '2022-06';

/** Gives the report's id, its words' version and figures. */
export async function reportAt(world: World, stage: ReportStage) {
  const params = { unitId: world.units.A };
  const { id: reportId } = await world.must('openReport', 'focal', { params, body: { month } });
  await world.app.database.tx(async (tx) => {
    // A version that was sent before may still be on its way into the archive.
    await execute(tx, sql`lock table report_archive, office_mails in share row exclusive mode`);
    for (const table of [
      'office_mails',
      'report_archive',
      'signed_files',
      'report_comments',
      'report_approvals',
      'figure_parts',
      'report_figures',
      'report_facts',
      'report_versions',
    ])
      await execute(tx, sql`delete from ${raw(table)} where report_id = ${reportId}`);
  });
  await world.app.database.rows(sql`delete from report_approval_rules where unit_id = ${world.units.A}`);
  await world.app.database.rows(
    sql`update reports set state = 'draft', version = 0, first_submitted_at = null, words_version = 0, words = '{}',
          due_on = fixed_due_on, revision_asked_at = null, revision_asked_by = null, revision_reason = null
      where id = ${reportId}`,
  );
  const { words, figuresHash } = await world.must('readReport', 'focal', { params: { reportId } });
  const body = { wordsVersion: words.version, figuresHash };
  if (stage === 'submitted') await world.must('submitReport', 'focal', { params: { reportId }, body });
  return { reportId, body };
}

const ofReport = (at: Spot, stage: ReportStage, more: (body: object) => Partial<Ask> = () => ({})): Probe => ({
  at,
  ask: async (world) => {
    const { reportId, body } = await reportAt(world, stage);
    return { params: { reportId }, ...more(body) };
  },
});

/** Sent by a commune of the district that has been divided between A and B since, and one figure of it. */
async function dividedReport(world: World) {
  const { reportId } = await reportAt(world, 'submitted');
  const { database } = world.app;
  const { A: one, B: other, D1: above } = world.units;
  const former = await world.unit('commune', 'xã', 'Dân Quyền', above);
  await database.rows(sql`update units set validity = daterange(lower(validity), ${TODAY}::date) where id = ${former}`);
  for (const heir of [one, other])
    await database.rows(
      sql`insert into unit_successors (from_unit_id, to_unit_id, on_date) values (${former}, ${heir}, ${TODAY})`,
    );
  await database.rows(sql`update reports set unit_id = ${former} where id = ${reportId}`);
  const [teams] = await database.rows<{ numerator: number }>(
    sql`select numerator::int as numerator from report_figures where report_id = ${reportId} and code = 'TC01'`,
  );
  const parts = [
    { unitId: one, numerator: teams?.numerator ?? 0 },
    { unitId: other, numerator: 0 },
  ];
  return { reportId, figures: [{ code: 'TC01', parts }] };
}

/** A report of commune A, which a rule has approved by the committee's head before it is sent. */
const ofApproval = (
  stage: 'none' | 'asked',
  more: (world: World, body: object) => Partial<Ask> = () => ({}),
): Probe => ({
  at: ownA,
  ask: async (world) => {
    const { reportId, body } = await reportAt(world, 'draft');
    const { units, people, directives } = world;
    const { database } = world.app;
    await database.rows(sql`update posts set seat = 'head' where person_id = ${people.committee.id}`);
    await database.rows(
      sql`insert into report_approval_rules (id, unit_id, is_needed, directive_id, validity)
        values (${v7()}, ${units.A}, true, ${directives.A}, '[2022-01-01,)')`,
    );
    if (stage === 'asked') await world.must('askApproval', 'focal', { params: { reportId }, body });
    return { params: { reportId }, ...more(world, body) };
  },
});

/** Of the province, made once. */
async function resolutionOf({ app, units }: World): Promise<string> {
  const known = await app.database.one<{ id: string }>(
    sql`select id from directives where unit_id = ${units.P} limit 1`,
  );
  return known?.id ?? buildDirective(app, units.P, '26/NQ-HĐND');
}

/** One list is asked for once by one day. */
const noCampaign = (world: World) =>
  world.app.database.rows(sql`update campaigns set cancelled_at = now() where unit_id = ${world.units.D1}`);

/** A campaign of the district, of which nobody has sent. */
const ofCampaign = (more: (world: World) => Partial<Ask> = () => ({})): Probe => ({
  at: D1,
  ask: async (world) => {
    const campaignId = v7();
    await noCampaign(world);
    await world.app.database.rows(
      sql`insert into campaigns (id, unit_id, kind, title, starts_on, fixed_due_on, shift, made_by, made_at, recall_until)
       select ${campaignId}, ${world.units.D1}, 'roster', 'Phụ lục 1', '2022-06-21', '2022-06-30', 'none', p.id, now(), now()
         from people p limit 1`,
    );
    return { params: { campaignId }, ...more(world) };
  },
});

export const reporting = {
  listReports: atUnit(A),
  openReport: { ...atUnit(A, { body: { month } }), at: ownA },
  withdrawReport: {
    at: ownA,
    ask: async (world: World) => {
      const { reportId } = await reportAt(world, 'draft');
      await world.app.database.rows(
        sql`update reports set opened_at = due_on + interval '2 days' where id = ${reportId}`,
      );
      return { params: { reportId } };
    },
  },
  readReport: ofReport(A, 'draft'),
  seeReport: ofReport(A, 'draft', () => ({ body: { figuresHash: 'x' } })),
  writeReport: ofReport(ownA, 'draft', () => ({
    body: { version: 0, sections: [{ key: 'strengths', text: 'Tốt.' }] },
  })),
  typeFigure: ofReport(ownA, 'draft', () => ({
    body: { code: 'CQ03', numerator: 8, denominator: 10, source: 'Bộ phận Một cửa' },
  })),
  planFigures: { ...atUnit(A, { body: { year: 2022, plans: [{ code: 'CQ02', value: 100 }] } }), at: ownA },
  figureSource: ofReport(A, 'draft', () => ({ query: { code: 'CQ02' } })),
  submitReport: ofReport(ownA, 'draft', (body) => ({ body })),
  askApproval: ofApproval('none', (_, body) => ({ body })),
  dropApproval: ofApproval('asked'),
  approveReport: { ...ofApproval('asked', (_, body) => ({ body })), heldBack: { focal: 'report.approverOnly' } },
  refuseApproval: {
    ...ofApproval('asked', () => ({ body: { reason: 'Thiếu số của Thôn 2' } })),
    heldBack: { focal: 'report.approverOnly' },
  },
  askRevision: ofReport(ownA, 'submitted', () => ({ body: { reason: 'Nhầm số liệu' } })),
  askLateDay: {
    at: ownA,
    ask: async (world: World) => {
      const { reportId } = await reportAt(world, 'draft');
      await world.app.database.rows(sql`update reports set due_on = due_on - 60 where id = ${reportId}`);
      return { params: { reportId }, body: { reason: 'Mưa lũ' } };
    },
  },
  acceptReport: ofReport(D1, 'submitted', () => ({ body: { version: 1 } })),
  returnReport: ofReport(D1, 'submitted', () => ({
    body: { version: 1, comments: [{ cell: 'CQ02', comment: 'Xem lại' }] },
  })),
  allowLateReport: ofReport(D1, 'draft', () => ({ body: { until: '2022-07-20', reason: 'Mưa lũ' } })),
  addedLines: ofReport(A, 'draft'),
  reportVersions: ofReport(A, 'submitted'),
  reportBoard: atUnit(D1),
  previewRemind: {
    at: D1,
    made: ['unitIds'],
    ask: (world: World) => ({ params: { unitId: world.units.D1 }, body: { month, unitIds: [world.units.A] } }),
  },
  remindReports: {
    at: D1,
    /** Units that owe nothing are counted as left out. */
    made: ['unitIds'],
    ask: (world: World) => ({
      params: { unitId: world.units.D1 },
      body: { month, unitIds: [world.units.A] },
    }),
  },
  dashboard: atUnit(A),
  overview: atUnit(A),
  overviewSheet: atUnit(A),
  overviewTeams: atUnit(A, { query: { what: 'silent' } }),
  listCampaigns: atUnit(A),
  readCampaign: ofCampaign(),
  remindCampaign: { ...ofCampaign((world) => ({ body: { unitIds: [world.units.A] } })), made: ['unitIds'] },
  previewCampaignReminder: {
    ...ofCampaign((world) => ({ body: { unitIds: [world.units.A] } })),
    made: ['unitIds'],
  },
  cancelCampaign: ofCampaign(() => ({ body: { reason: 'Mở nhầm' } })),
  listLongPeriods: atUnit(D1),
  previewCampaign: atUnit(D1, { query: { startsOn: '2022-06-21', dueBefore: '2022-07-01' } }),
  startCampaign: {
    at: D1,
    ask: async (world: World) => {
      await noCampaign(world);
      const body = { title: 'Phụ lục 1', startsOn: '2022-06-21', dueBefore: '2022-07-01' };
      return { params: { unitId: world.units.D1 }, body };
    },
  },
  leftDrafts: ofReport(A, 'draft'),
  restatedFigures: atUnit(A, { query: { month } }),
  restatedBoard: atUnit(A, { query: { month } }),
  enterParts: {
    at: D1,
    ask: async (world) => {
      const { reportId, figures } = await dividedReport(world);
      return { params: { reportId }, body: { source: 'Biên bản bàn giao', figures } };
    },
  },
  restatedSheet: atUnit(A, { query: { month } }),
  teamMonth: ofTeam(),
  myServiceDays: ofTeam({ query: { month } }),
  serviceDays: atUnit(A, { query: { month } }),
  teamServiceDaysSheet: ofTeam({ query: { month } }),
  serviceDaysSheet: atUnit(A, { query: { month, format: 'xlsx' } }),
  allowanceRules: atUnit(A),
  setAllowanceRule: {
    at: { unit: 'P' },
    ask: async (world) => ({
      params: { unitId: world.units.P },
      body: { basis: 'day', amount: 60_000, from: '2022-01-01', directiveId: await resolutionOf(world) },
    }),
  },
  listWorkDays: { at: A, anywhere: true, ask: () => ({ query: { year: '2022' } }) },
  addWorkDay: {
    at: TOP,
    ask: async (world) => {
      await world.app.database.rows(sql`delete from holidays where on_date = '2026-12-12'`);
      return { body: { day: '2026-12-12', kind: 'swapped_working_day', name: 'Làm bù' } };
    },
  },
  renameWorkDay: {
    at: TOP,
    ask: async (world) => {
      await world.app.database.rows(
        sql`insert into holidays (on_date, name, kind) values ('2026-12-13', 'Nghỉ', 'holiday') on conflict do nothing`,
      );
      return { params: { day: '2026-12-13' }, body: { name: 'Nghỉ bù' } };
    },
  },
  removeWorkDay: {
    at: TOP,
    ask: async (world) => {
      await world.app.database.rows(
        sql`insert into holidays (on_date, name, kind) values ('2026-12-11', 'Nghỉ', 'holiday') on conflict do nothing`,
      );
      return { params: { day: '2026-12-11' } };
    },
  },
} satisfies Record<string, Probe>;
