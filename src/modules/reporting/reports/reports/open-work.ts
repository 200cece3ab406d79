import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { OpenWork } from '#modules/membership';
import { Clock } from '#platform/clock';
import { sql } from '#platform/database';
import { reportCalled } from '../report/report-called.ts';

/** Reports that a unit has to write, to approve or to receive. */
@Injectable()
export class ReportsOpenWork implements OnModuleInit {
  constructor(
    private readonly work: OpenWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(
      'report',
      (unitId) => sql`select r.id, ${reportCalled} as label, r.due_on from reports r
        where r.unit_id = ${unitId} and r.state = any(${[...openReportStates]})`,
    );
    this.work.register(
      'approval',
      (unitId) => sql`select r.id, ${reportCalled} as label, r.due_on from reports r
        join report_approvals a on a.report_id = r.id and a.outcome is null where r.unit_id = ${unitId}`,
    );
    this.work.register(
      'received',
      (
        unitId,
      ) => sql`select r.id, ${reportCalled} || ' · ' || coalesce(u.full_name, '') as label, r.due_on from reports r
        left join lateral (select full_name from units_at(${this.clock.today()}::date) where id = r.unit_id offset 0) u on true
       where r.receiver_id = ${unitId} and r.state = 'submitted'`,
    );
    this.work.registerStays(
      'reports',
      (personId) => sql`select count(*)::int as n from report_versions where submitted_by = ${personId}`,
    );
  }
}
