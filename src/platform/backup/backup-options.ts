export interface BackupOptions {
  databaseUrl: string;
  /** Where the installation keeps its files. */
  dataDir: string;
  /** A new or empty folder, or one that a backup which was cut off has left. */
  to: string;
  /** Public keys of age; none: it is not encrypted. */
  recipients: readonly string[];
  secretKey: string | undefined;
  startedBy: 'command' | 'schedule';
  now(): Date;
  signal?: AbortSignal;
  /** Called when no other backup of this database runs. */
  onTurn?(): Promise<void>;
}
