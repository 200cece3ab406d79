import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openReportStates } from '#contracts/reporting/report-states';
import { TakeoverParts } from '#modules/membership';
import { sql } from '#platform/database';

/** Reports that a commune owes since it took over others: the first month that it owes, and what former units left unsent (0062). */
@Injectable()
export class ReportsTakenOver implements OnModuleInit {
  constructor(private readonly parts: TakeoverParts) {}

  onModuleInit(): void {
    this.parts.take({
      reports: ({ unitId, endedIds, on, at }) => sql`
        select r.id, r.unit_id, r.month, r.due_on,
            case when r.state <> all(${[...openReportStates]}) then r.first_submitted_at end as done_at
          from reports r
         where (r.id = (select f.id from reports f where f.unit_id = ${unitId} and f.kind = 'monthly'
                 and f.ends_on >= greatest(${on}::date, ${at}::timestamptz::date) order by f.month limit 1)
             or r.unit_id = any(${endedIds}::uuid[]))
           and (r.state = any(${[...openReportStates]}) or r.first_submitted_at >= ${at}::timestamptz)`,
    });
  }
}
