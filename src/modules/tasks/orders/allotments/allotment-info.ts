import { type Database, sql } from '#platform/database';

/** What is told to a commune of its number. */
export interface AllotmentInfo {
  id: string;
  title: string;
  work: string;
  issuerUnitId: string;
  directiveId: string;
  dueOn: string;
  unit: string;
  unitEn: string;
  /** Null: it has none any more. */
  target: number | null;
  recallUntil: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** Of the last change; null as it was issued, or where communes were merged. */
  reason: string | null;
}

export const allotmentInfo = (database: Database, id: string, unitId: string): Promise<AllotmentInfo | undefined> =>
  database.one<AllotmentInfo>(
    sql`select a.id, a.title, a.work, a.issuer_unit_id as "issuerUnitId", a.directive_id as "directiveId", a.due_on as "dueOn",
        a.indicator->>'unit' as unit, a.indicator->>'unitEn' as "unitEn", s.target, a.recall_until as "recallUntil",
        a.cancelled_at as "cancelledAt", a.cancel_reason as "cancelReason",
        (select c.reason from allotment_changes c where c.allotment_id = a.id order by c.version desc limit 1) as reason
       from allotments a left join allotment_shares s on s.allotment_id = a.id and s.unit_id = ${unitId} where a.id = ${id}`,
  );
