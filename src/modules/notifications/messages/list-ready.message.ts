import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** A list that was made in the background is there: only whoever asked for it hears of it. */
export const listReadyMessage: MessageDefinition<{ jobId: string }> = {
  kind: 'listReady',
  repeatable: true,
  mandatory: 'nobody',
  opens: 'report',
  async draft({ jobId }, occurrence, facts) {
    const list = await facts.reporting.list(jobId);
    if (!list) return undefined;
    const { askedBy, unitId, unit, on, teams, title } = list;
    return {
      params: {
        count: teams,
        until: on,
        report: {
          id: null,
          title,
          month: on.slice(0, 7),
          unit,
          receiver: '',
          dueOn: on,
          workingDayOn: on,
          version: 0,
        },
      },
      audience: { by: 'people', personIds: [askedBy], teamId: null },
      issuerUnitId: unitId,
      senderId: null,
      expiresAt: staleAfterDays(occurrence, 7),
    };
  },
};
