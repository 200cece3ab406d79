import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** Every unit that owes the list hears of it at once. */
export const campaignStartedMessage: MessageDefinition<{ campaignId: string }> = {
  kind: 'campaignStarted',
  repeatable: true,
  mandatory: 'all',
  opens: 'report',
  async draft({ campaignId }, occurrence, facts) {
    const campaign = await facts.reporting.campaign(campaignId);
    if (!campaign || campaign.cancelReason !== null) return undefined;
    const { title, month, office, dueOn, workingDayOn, unitId, unitIds } = campaign;
    return {
      params: { report: { id: null, title, month, unit: '', receiver: office, dueOn, workingDayOn, version: 0 } },
      audience: { by: 'people', personIds: await facts.reportAudience.writers(unitIds), teamId: null },
      issuerUnitId: unitId,
      senderId: occurrence.actorId,
      expiresAt: staleAfterDays(occurrence, 14),
    };
  },
};
