import type { ToldReport } from '#modules/reporting';
import type { Occurrence } from '#platform/outbox';
import { type MessageDraft, type ReportParams, staleAfterDays } from '../message-definition.ts';

interface Told {
  personIds: readonly string[];
  days?: number;
  reason?: string | null;
  until?: string | null;
  more?: Pick<ReportParams, 'daysLate' | 'cells'>;
}

/** A draft that stands in one report. Nobody is told of what they did themselves. */
export function aboutReport(
  report: ToldReport,
  occurrence: Occurrence,
  { personIds, days = 14, reason, until, more }: Told,
): MessageDraft {
  const { id, kind, title, month, unit, receiver, startsOn, endsOn, dueOn, workingDayOn, wording, version } = report;
  const work = kind === 'results' && { days: { from: startsOn, until: endsOn } };
  return {
    params: {
      report: { id, title, month, unit, receiver, dueOn, workingDayOn, wording, version, ...work, ...more },
      ...(reason && { reason }),
      ...(until && { until }),
    },
    audience: { by: 'people', personIds: personIds.filter((one) => one !== occurrence.actorId), teamId: null },
    issuerUnitId: report.unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, days),
  };
}
