import { z } from 'zod';
import { defineEvent } from '#platform/outbox';

/** The backup that was due then has not been made; `lastAt`: when the last whole one was begun, null where there is none. */
export const backupLate = defineEvent(
  'backup.late',
  z.object({ dueAt: z.iso.datetime(), lastAt: z.iso.datetime().nullable() }),
);

/** An administrator wants today's backup now: as the schedule makes it, where the environment says. */
export const backupAsked = defineEvent('backup.asked', z.object({}));
