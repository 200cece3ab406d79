/** Builders for reporting: confirmed lines without the way to them, and the usual calls on a report. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { dateInVietnam } from '#i18n';
import { sql } from '#platform/database';
import type { Answer, TestApp } from './app.ts';
import { buildDirective, type TestTeam, type Village } from './orders.ts';
import { buildOfficer, type TestPerson } from './people.ts';

let receipts = 0;

export interface Line {
  code: string;
  value: number;
  happenedOn: string;
  confirmed?: number | null;
  /** ISO; the end of its day when absent. */
  confirmedAt?: string;
}

/** A quick report of the team with one line, confirmed unless `confirmed` is null. Gives the entry's id. */
export async function buildLine(app: TestApp, village: Village, team: TestTeam, line: Line): Promise<string> {
  const { code, value, happenedOn, confirmed = value } = line;
  const at = line.confirmedAt ?? `${happenedOn}T10:00:00Z`;
  const [entryId, decisionId] = [v7(), v7()];
  await app.database.rows(
    sql`insert into progress_entries (id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at, actor_id,
      command_id, receipt)
     values (${entryId}, ${team.id}, ${team.unitId}, ${village.communeId}, 'quick', 'public_services', ${happenedOn}, ${at},
       ${team.leader.id}, ${randomUUID()}, ${`T-${++receipts}`})`,
  );
  if (confirmed === null) {
    await app.database.rows(
      sql`insert into progress_lines (entry_id, position, indicator_code, value) values (${entryId}, 0, ${code}, ${value})`,
    );
    return entryId;
  }
  await app.database.rows(
    sql`insert into entry_decisions (id, entry_id, kind, by_id, at)
      values (${decisionId}, ${entryId}, 'confirm', ${village.officer.id}, ${at})`,
  );
  await app.database.rows(
    sql`insert into progress_lines (entry_id, position, indicator_code, value, confirmed_value, confirmed_by, confirmed_at,
      entry_decision_id) values (${entryId}, 0, ${code}, ${value}, ${confirmed}, ${village.officer.id}, ${at}, ${decisionId})`,
  );
  return entryId;
}

export const buildFocal = (app: TestApp, unitId: string): Promise<TestPerson> =>
  buildOfficer(app, { role: 'focal_officer', unitId, title: 'Cán bộ đầu mối' });

/** The unit's own mailbox, as if its code had come back. */
export async function useMailbox(app: TestApp, unitId: string, address: string, by: TestPerson): Promise<void> {
  const at = app.clock.now();
  await app.database.rows(
    sql`insert into recipient_mailboxes (id, unit_id, key, name, address, validity, named_by, named_at, confirmed_by, confirmed_at)
      values (${v7()}, ${unitId}, '', '', ${address}, '[2022-01-01,)', ${by.id}, ${at}, ${by.id}, ${at})`,
  );
}

type ReportCommand =
  | 'readReport'
  | 'writeReport'
  | 'typeFigure'
  | 'submitReport'
  | 'askApproval'
  | 'dropApproval'
  | 'approveReport'
  | 'refuseApproval'
  | 'acceptReport'
  | 'returnReport'
  | 'askRevision'
  | 'allowLateReport'
  | 'askLateDay'
  | 'addedLines'
  | 'reportVersions'
  | 'seeReport';

/** A command on a report, with a key of its own. */
export function onReport(
  app: TestApp,
  person: TestPerson,
  command: ReportCommand,
  reportId: string,
  body?: unknown,
): Promise<Answer> {
  return app.call(routes[command], {
    token: person.token,
    params: { reportId },
    ...(routes[command].method !== 'GET' && { key: randomUUID() }),
    ...(body !== undefined && { body }),
  });
}

/** The month's report, opened. */
export async function openReport(app: TestApp, person: TestPerson, unitId: string, month: string) {
  const { status, body } = await app.call(routes.openReport, {
    token: person.token,
    params: { unitId },
    key: randomUUID(),
    body: { month },
  });
  if (status !== 200) throw new Error(`the report was not opened: ${JSON.stringify(body)}`);
  return body;
}

/** What stands in a section. */
export async function storedWords(app: TestApp, person: TestPerson, reportId: string, key: string): Promise<string> {
  const { body } = await onReport(app, person, 'readReport', reportId);
  return body.words.sections.find((one: { key: string }) => one.key === key).text;
}

/** Sends what stands there now. */
export async function send(app: TestApp, person: TestPerson, reportId: string, more: Record<string, unknown> = {}) {
  const { body } = await onReport(app, person, 'readReport', reportId);
  return onReport(app, person, 'submitReport', reportId, {
    wordsVersion: body.words.version,
    figuresHash: body.figuresHash,
    ...more,
  });
}

/** From today on this person leads the committee of the commune and approves its reports before they are sent. */
export async function requireApproval(app: TestApp, village: Village, chair: TestPerson): Promise<void> {
  await app.database.rows(sql`update posts set seat = 'head' where id = ${chair.postId as string}`);
  const { status } = await app.call(routes.setDatedRule, {
    token: village.officer.token,
    key: randomUUID(),
    params: { unitId: village.communeId },
    body: {
      value: { kind: 'reportApproval', isNeeded: true },
      from: dateInVietnam(app.clock.now()),
      directiveId: await buildDirective(app, village.communeId, '12/QĐ-UBND'),
    },
  });
  if (status !== 201) throw new Error(`the rule was refused: ${status}`);
}

// oxlint-disable-next-line typescript/no-explicit-any
export const figure = (report: any, code: string) =>
  // oxlint-disable-next-line typescript/no-explicit-any
  report.figures.find((one: any) => one.indicator.code === code);
