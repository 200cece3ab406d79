import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { reportSections, type ReportSection } from '#contracts/reporting/report-states';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, execute, type Sql, sql, type Tx } from '#platform/database';
import { ReportAccess } from '../reports/report/report-access.ts';
import type { StoredWords } from '../reports/report/report.entity.ts';
import type { LeftDraftMark } from './left-draft.entity.ts';
import { Lineage } from '../reports/report/lineage.ts';

type Draft = RouteAnswer<typeof routes.leftDrafts>['items'][number];
interface Row {
  reportId: string;
  unitId: string;
  words: StoredWords;
}

/** Somebody has put something into it that the figures do not write by themselves. */
export const isWritten = (r: Sql): Sql => sql`(${r}.words <> '{}'::jsonb
  or exists (select 1 from report_approvals p where p.report_id = ${r}.id))`;

/** Before the report itself goes; of one in which nobody wrote anything there is nothing to keep. */
export async function keepDraft(tx: Tx, reportId: string, at: Date): Promise<void> {
  await execute(
    tx,
    sql`insert into left_drafts (report_id, unit_id, kind, campaign_id, month, starts_on, ends_on, words, left_at)
      select r.id, r.unit_id, r.kind, r.campaign_id, r.month, r.starts_on, r.ends_on, r.words, ${at}
        from reports r where r.id = ${reportId} and ${isWritten(sql`r`)} on conflict do nothing`,
  );
  await execute(
    tx,
    sql`insert into left_draft_marks (report_id, kind, person_id, at, note)
      select d.report_id, m.kind, m.person_id, m.at, m.note from left_drafts d cross join lateral (
          select 'wrote' as kind, r.words_by as person_id, r.words_at as at, null as note from reports r
            where r.id = d.report_id and r.words_by is not null and r.words_at is not null
          union all
          select 'looked', l.person_id, l.at, null from report_looks l where l.report_id = d.report_id
          union all
          select 'asked', p.asked_by, p.asked_at, p.note from report_approvals p where p.report_id = d.report_id
          union all
          select p.outcome, p.decided_by, p.decided_at, p.reason from report_approvals p
            where p.report_id = d.report_id and p.outcome is not null) m
       where d.report_id = ${reportId} on conflict do nothing`,
  );
}

/** What was written in reports that ended units no longer owe: kept when the obligation goes, read by whoever owes it since. */
@Injectable()
export class LeftDrafts {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly lineage: Lineage,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
  ) {}

  /** Of the units whose heir the report's unit is, for the same month or campaign. @throws report.notFound, platform.denied */
  async of(actor: Actor, reportId: string): Promise<RouteAnswer<typeof routes.leftDrafts>> {
    const report = await this.access.open(actor, reportId, 'report.read');
    const former = await this.lineage.leftTo(report.unitId);
    const rows = await this.database.rows<Row>(
      sql`select report_id as "reportId", unit_id as "unitId", words from left_drafts
        where unit_id = any(${former}::uuid[]) and kind = ${report.kind}
          and month = ${`${report.month}-01`}::date and campaign_id is not distinct from ${report.campaignId}
        order by left_at, report_id`,
    );
    const marks = await this.database.rows<LeftDraftMark>(
      sql`select report_id as "reportId", kind, person_id as "personId", at, note from left_draft_marks
        where report_id = any(${rows.map((row) => row.reportId)}::uuid[]) order by at, kind`,
    );
    const units = await this.organization.unitRefs(
      rows.map(({ unitId }) => unitId),
      report.startsOn,
    );
    const teams = await this.membership.teams(rows.flatMap(({ words }) => Object.keys(words.silent ?? {})));
    const people = await this.membership.people(marks.map(({ personId }) => personId));
    return {
      items: rows.flatMap((row): Draft[] => {
        const unit = units.get(row.unitId);
        if (!unit) return [];
        const own = marks.filter((mark) => mark.reportId === row.reportId);
        return [
          {
            unit,
            ...wordsOf(row.words),
            silent: Object.entries(row.words.silent ?? {}).flatMap(([teamId, reason]) => {
              const team = teams.get(teamId);
              return team?.communeId === report.unitId ? [{ teamId, team: team.name, reason }] : [];
            }),
            marks: own.flatMap(({ kind, personId, at, note }) => {
              const person = people.get(personId);
              return person ? [{ kind, person, at: at.toISOString(), note }] : [];
            }),
          },
        ];
      }),
    };
  }
}

function wordsOf({ sections = {}, notes = {} }: StoredWords): Pick<Draft, 'sections' | 'notes'> {
  return {
    sections: reportSections.flatMap((key: ReportSection) => {
      const text = sections[key];
      return text ? [{ key, text }] : [];
    }),
    notes: Object.entries(notes).map(([code, note]) => ({ code, note })),
  };
}
