/** What can be said of a signed file before it is sent, and how exports are told apart. Pure. */
import type { Schemas } from '../../api/client.ts';

export type SigningExport = Schemas['SigningExport'];
export type SignedFile = Schemas['SignedFile'];
export type SignatureFact = Schemas['SignatureFact'];

export const mostMb = 12;
const megabyte = 1_000_000;

export type Refusal = 'wrongKind' | 'tooBig' | 'empty';

/** Why a file cannot be the export, by its outside alone; null when the server has to look. */
export function refuse(file: Pick<File, 'name' | 'size'>, format: SigningExport['format']): Refusal | null {
  if (!file.name.toLowerCase().endsWith(`.${format}`)) return 'wrongKind';
  if (file.size === 0) return 'empty';
  return file.size > mostMb * megabyte ? 'tooBig' : null;
}

const shownHash = 16;

/** As a clerk reads it out: the first characters in fours. */
export const shortHash = (hash: string): string => (hash.slice(0, shownHash).match(/.{4}/g) ?? []).join(' ');

export const formatNames: Record<SigningExport['format'], string> = { docx: 'Word', pdf: 'PDF' };
