import type { backupVi } from './backup.vi.ts';

export const backupEn: Record<keyof typeof backupVi, string> = {
  notABackup: '{dir} holds no backup (there is no manifest.json). Name the folder that the backup was written to.',
  unfinished:
    'The backup in {dir} was cut off and cannot be used. Take another one; the next backup into this folder clears it away.',
  manifestDamaged:
    'manifest.json in {dir} is damaged. Copy the whole folder again from where it is kept, or take another one.',
  newerVersion:
    'The backup was made by a newer version ({version}): it holds the step {step}, which this version does not know. Install that version or a newer one, then restore.',
  partMissing:
    'The backup lacks the file {part}. Copy the whole folder again from where it is kept, or take another one.',
  partDamaged:
    'The file {part} of the backup is not what was written (wrong hash). Copy it again from where it is kept, or take another backup.',
  keyNeeded:
    'The backup is encrypted to {recipients}. Add --identity with the file of the private key that belongs to it.',
  wrongKey:
    'The given private key does not open this backup, which is encrypted to {recipients}. Use the file of a key that belongs to one of these.',
  keyUnreadable: 'No key can be read from {file}. It needs a line that begins with AGE-SECRET-KEY-1.',
  keyExists: '{file} exists. Write the new key to another file: without the old key the old backups are lost.',
  badRecipient: '“{recipient}” is no public key of age. One begins with age1.',
  databaseNotEmpty:
    'The database is not empty: it has {holds}. Restore into a new one (another DATABASE_URL or DATA_DIR); what is there is never overwritten.',
  filesNotEmpty:
    '{dir} has {n} {n|file|files} that do not belong to this backup. Choose another DATA_DIR, or move them away.',
  targetTaken: '{dir} is not empty ({what}). Back up into a new or empty folder.',
  busy: 'Another backup of this database is running. Wait until it is done, then start again.',
  migrating: 'The database is being upgraded. Wait until that is done, then back up.',
  nothingToBackUp: 'This database holds nothing of Tổ Số. Look at DATABASE_URL or DATA_DIR.',
  diskFull:
    'The disk of {dir} is full; what had been written was removed. Make room, or choose another place for backups.',
  mayNotCreate:
    'The database account may not create a scratch database for checking. Grant it CREATEDB, or run --verify with a DATABASE_URL that may.',
  interrupted: 'The backup was stopped because the server stopped.',
};
