/** How the whole installation is backed up, for whoever administers it. Restored on the server, never from a screen. */
import { z } from 'zod';
import { id, instant, timeOfDay } from '../primitives.ts';
import { route } from '../route.ts';

export const BackupRunRow = z
  .object({
    id,
    state: z.enum(['running', 'done', 'failed']),
    startedBy: z.enum(['command', 'schedule']),
    startedAt: instant,
    endedAt: instant.nullable(),
    folder: z.string(),
    encrypted: z.boolean(),
    bytes: z.int().nullable(),
    rows: z.int().nullable(),
    files: z.int().nullable(),
    /** A name that the screens have words for, or what the system said. */
    failure: z.string().nullable(),
    /** When it was last restored into a scratch database and found the same. */
    verifiedAt: instant.nullable(),
    /** When it was taken away for newer ones. */
    removedAt: instant.nullable(),
  })
  .meta({ id: 'BackupRunRow' });

export const BackupBoard = z
  .object({
    /** Null: the environment names no folder, so that only commands make backups. */
    schedule: z
      .object({ folder: z.string(), at: timeOfDay, keep: z.int(), encrypted: z.boolean(), nextAt: instant })
      .nullable(),
    /** The newest whole one that is still there. */
    last: BackupRunRow.nullable(),
    /** When one was due that has not been made. */
    missedAt: instant.nullable(),
    /** The last ten attempts, the newest first. */
    runs: z.array(BackupRunRow).max(10),
    asOf: instant,
  })
  .meta({ id: 'BackupBoard' });

export const backupRoutes = {
  backups: route({
    method: 'GET',
    path: '/backups',
    summary: 'How the installation is backed up: the schedule, the last backup, the last attempts',
    access: 'channel.manage',
    response: BackupBoard,
  }),
  backUpNow: route({
    method: 'POST',
    path: '/backups/now',
    summary: 'Have the worker make a backup now, as the schedule does and where the environment says',
    access: 'channel.manage',
    command: true,
    /** `running`: one is being made; `unplanned`: the environment names no folder. */
    response: z.object({ state: z.enum(['asked', 'running', 'unplanned']) }).meta({ id: 'BackupAsked' }),
  }),
};
