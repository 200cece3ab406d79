import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import type { ProblemDetail } from '#platform/http';
import { assignmentErrors } from '../../tasks.errors.ts';

/** Whether an order of a commune hands on what it says it does. */
@Injectable()
export class OriginOfOrder {
  constructor(private readonly database: Database) {}

  async problems({
    unitId,
    originId,
    indicatorCode,
  }: {
    unitId: string;
    originId?: string | undefined;
    indicatorCode: string;
  }): Promise<ProblemDetail[]> {
    if (!originId) return [];
    const origin = await this.database.one<{ indicatorCode: string; cancelledAt: Date | null }>(
      sql`select a.indicator_code as "indicatorCode", a.cancelled_at as "cancelledAt" from allotments a
        join allotment_shares s on s.allotment_id = a.id and s.unit_id = ${unitId} where a.id = ${originId}`,
    );
    if (!origin) return assignmentErrors.originElsewhere({ path: 'originId' }).details;
    if (origin.cancelledAt) return assignmentErrors.originCancelled({ path: 'originId' }).details;
    if (origin.indicatorCode === indicatorCode) return [];
    return assignmentErrors.originCountsOther({ path: 'indicatorCode' }).details;
  }
}
