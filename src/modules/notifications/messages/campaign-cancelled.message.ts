import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The communes that had not sent their list yet hear that they need not, and why. */
export const campaignCancelledMessage: MessageDefinition<{ campaignId: string; unitIds: string[] }> = {
  kind: 'campaignCancelled',
  repeatable: true,
  mandatory: 'all',
  opens: 'report',
  async draft({ campaignId, unitIds }, occurrence, facts) {
    const campaign = await facts.reporting.campaign(campaignId);
    if (!campaign?.cancelReason) return undefined;
    const { title, month, office, dueOn, workingDayOn, unitId, cancelReason } = campaign;
    return {
      params: {
        report: { id: null, title, month, unit: '', receiver: office, dueOn, workingDayOn, version: 0 },
        reason: cancelReason,
      },
      audience: { by: 'people', personIds: await facts.reportAudience.writers(unitIds), teamId: null },
      issuerUnitId: unitId,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
