import type { ReturnReason } from '#contracts/enums';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Whoever sent a quick report hears why the commune does not count it. */
export const reportReturnedMessage: MessageDefinition<{ teamId: string; entryId: string }> = {
  kind: 'reportReturned',
  repeatable: true,
  mandatory: 'all',
  opens: 'inbox',
  async draft({ teamId, entryId }, occurrence, facts) {
    const report = await facts.tasks.quickReport(entryId);
    if (!report?.returned) return undefined;
    return {
      params: {
        title: report.receipt,
        team: await facts.teamName(teamId),
        until: report.happenedOn,
        count: report.value,
        reasons: report.returned.reasons as ReturnReason[],
        reason: report.returned.comment ?? '',
      },
      audience: { by: 'people', personIds: [report.byId], teamId },
      teamId,
      issuerUnitId: report.unitId,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
