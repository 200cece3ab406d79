/** What the order still asks for before its work can be handed in: said on the phone before anything is sent. */
import type { Command, TaskDetail } from '#client';
import type { EvidenceKind } from '#contracts/enums';
import { evidenceOf, lastFour, missingEvidence } from '#contracts/tasks/evidence';

export interface TypedEvidence {
  photos: number;
  links: readonly string[];
  applicationCodes: readonly string[];
  note?: string;
}
const nothing: TypedEvidence = { photos: 0, links: [], applicationCodes: [] };

/**
 * With what the team has sent, what is being typed and what waits on this phone.
 * @param kept this phone's commands
 */
export function evidenceStillMissing(
  task: TaskDetail,
  typed: TypedEvidence = nothing,
  kept: readonly Command[] = [],
): EvidenceKind[] {
  const sent = evidenceOf(task.entries);
  const waiting = kept.filter((item) => item.lane === task.id && isWaitingPart(item));
  const sum = (name: 'photos' | 'links' | 'codes') =>
    waiting.reduce((total, { view }) => total + Number(view[name] ?? 0), 0);
  const given = {
    photos: sent.photos + sum('photos') + typed.photos,
    links: sent.links + sum('links') + typed.links.length,
    applicationCodes: sent.applicationCodes + sum('codes') + typed.applicationCodes.length,
    notes: sent.notes + waiting.filter(({ view }) => view.note).length + (typed.note ? 1 : 0),
  };
  return missingEvidence(task.evidence, given, task.minimumCodes);
}

const isWaitingPart = ({ kind, state }: Command) =>
  (kind === 'task.progress' || kind === 'quick') && (state === 'saved' || state === 'sending');

/** "vi-du.vn/a, https://b.vn" -> two links; an address without its beginning gets it. */
export function linksIn(text: string): string[] {
  return words(text)
    .map((word) => (/^https?:\/\//i.test(word) ? word : `https://${word}`))
    .filter((link) => URL.canParse(link) && new URL(link).hostname.includes('.'))
    .slice(0, 10);
}

/** The last four characters of each code. */
export const codesIn = (text: string): string[] =>
  [...new Set(words(text).map(lastFour).filter(Boolean))].slice(0, 200);

const words = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
