/** What the installation tells those who look after the whole of it. */
import { dateInVietnam, formatTime } from '#i18n';
import { backupLate } from '#platform/backup';
import { defineMessage, staleAfterDays } from './message-definition.ts';

export const platformMessages = {
  backupLate: defineMessage({
    on: [backupLate],
    kind: 'backupLate',
    repeatable: false,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ lastAt }, occurrence, facts) {
      return {
        params: {
          kind: lastAt ? 'backupLate.since' : 'backupLate.never',
          ...(lastAt && { until: dateInVietnam(lastAt), time: formatTime(lastAt) }),
          page: '/channels',
        },
        audience: { by: 'people', personIds: await facts.administrators(), teamId: null },
        expiresAt: staleAfterDays(occurrence, 2),
      };
    },
  }),
};
