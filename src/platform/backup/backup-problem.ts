import { backupEn } from '#i18n/server/backup.en';
import { backupVi } from '#i18n/server/backup.vi';
import { render, type Values } from '#i18n/render';

export type BackupProblemId = keyof typeof backupVi;

/** What keeps a backup or a restoring from being done, for the person at the terminal: the part, and the way on. */
export class BackupProblem extends Error {
  constructor(
    readonly id: BackupProblemId,
    readonly values: Values = {},
  ) {
    super(`${render(backupVi[id], values, 'vi')}\n${render(backupEn[id], values, 'en')}`);
    this.name = 'BackupProblem';
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);
export const meansFull = (error: unknown): boolean => FULL.has((error as NodeJS.ErrnoException).code ?? '');
export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
