/**
 * Words of a report that the server does not have yet: on this machine, by who typed them, until they are saved. So neither
 * a screen that is left at once, nor a line that is down, nor an end of the session takes them.
 */
import type { ReportSection } from '#contracts/reporting/report-states';
import type { Schemas } from '../../../api/client.ts';
import { keep, readKept } from '../../../api/kept.ts';

type Texts = Partial<Record<ReportSection, string>>;

export interface KeptWords {
  texts: Texts;
  /** What stood where they were typed: somebody else may have saved something else there since. */
  over: Texts;
  /** What went to the server and was not answered yet; repeated as it is under its key, it is carried out once. */
  request: { key: string; body: Schemas['ReportWordsInput'] } | null;
}

const keyOf = (personId: string, reportId: string): string => `to-so.report-words.${personId}.${reportId}`;

export function keptWords(personId: string, reportId: string): KeptWords | null {
  const kept = readKept<KeptWords>(keyOf(personId, reportId));
  if (!kept?.over || !kept.texts || Object.keys(kept.texts).length === 0) return null;
  return { texts: kept.texts, over: kept.over, request: kept.request ?? null };
}

export function keepWords(personId: string, reportId: string, words: KeptWords): void {
  keep(keyOf(personId, reportId), Object.keys(words.texts).length > 0 ? words : null);
}
