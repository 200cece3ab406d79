import { Injectable } from '@nestjs/common';
import { leadingSeats } from '#contracts/enums';
import { membershipSql, SecondPersons } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { ReportData } from './report.rows.ts';
import { Lineage } from './lineage.ts';
import type { ReportApproval } from './report-approval.entity.ts';

type Approval = Pick<
  ReportApproval,
  | 'id'
  | 'askedAt'
  | 'askedBy'
  | 'note'
  | 'lateReason'
  | 'withMissing'
  | 'outcome'
  | 'decidedAt'
  | 'decidedBy'
  | 'reason'
>;

/** Whether a report is approved before it is sent, by whom, and how often it was asked for. */
@Injectable()
export class ApprovalQueries {
  constructor(
    private readonly database: Database,
    private readonly lineage: Lineage,
    private readonly seconds: SecondPersons,
    private readonly clock: Clock,
  ) {}

  /** By the rule of any unit above or its own; reports of offices above communes have nobody to approve them. */
  async isNeeded({ unitId, unitKind }: Pick<ReportData, 'unitId' | 'unitKind'>): Promise<boolean> {
    if (unitKind !== 'commune') return false;
    const row = await this.database.one<{ isNeeded: boolean | null }>(
      sql`select bool_or(r.is_needed) as "isNeeded" from unit_closure c join report_approval_rules r on r.unit_id = c.ancestor_id
        where c.descendant_id = ${unitId} and r.validity @> ${this.clock.today()}::date`,
    );
    return row?.isNeeded ?? false;
  }

  /** Whoever leads the committee of the unit, or of its heirs once it has ended; the head first. */
  async heads(unitId: string): Promise<string[]> {
    return [...new Set((await this.headPosts(unitId)).map(({ personId }) => personId))];
  }

  /** Of these the second persons beside who asks. */
  async approvers(unitId: string, askerId: string): Promise<string[]> {
    const posts = await this.headPosts(unitId);
    return this.seconds.beside(
      askerId,
      posts.map(({ id }) => id),
    );
  }

  private async headPosts(unitId: string): Promise<{ id: string; personId: string }[]> {
    const units = await this.lineage.writersOf(unitId);
    return this.database.rows(
      sql`select p.id, p.person_id as "personId" from ${membershipSql.posts} p
        where p.unit_id = any(${units}) and p.seat = any(${[...leadingSeats]}::text[]) and p.validity @> ${this.clock.today()}::date
        order by p.seat desc, p.id`,
    );
  }

  /** What waits to be decided; undefined where nothing does. */
  async open(reportId: string): Promise<Approval | undefined> {
    return (await this.of(reportId)).find(({ outcome }) => outcome === null);
  }

  /** Every time that it was asked for, the first of them first. */
  of(reportId: string): Promise<Approval[]> {
    return this.database.rows<Approval>(
      sql`select a.id, a.asked_at as "askedAt", a.asked_by as "askedBy", a.note, a.late_reason as "lateReason",
          a.with_missing as "withMissing", a.outcome, a.decided_at as "decidedAt", a.decided_by as "decidedBy", a.reason
        from report_approvals a where a.report_id = ${reportId} order by a.asked_at, a.id`,
    );
  }
}
