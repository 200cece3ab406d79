/** The words of a report while its screen is open: saved by themselves after a pause, and when the screen is left. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReportSection } from '#contracts/reporting/report-states';
import { useIdentity } from '../../../api/me.tsx';
import { useAgain } from '../../../api/use-again.ts';
import type { Report } from '../report-facts.ts';
import { draftOf, type More, type Shown, type Texts, textsOf, type WordsDraft } from './words-draft.ts';

const pauseMs = 1200;

export const reportPaths = [
  '/reports/{reportId}',
  '/reports/{reportId}/added-lines',
  '/units/{unitId}/reports',
  '/reports/{reportId}/versions',
] as const;

function useAutosave(draft: WordsDraft, { mine, conflict, state }: Shown): void {
  const waits = Object.keys(mine).length > 0 && !conflict;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => void draft.flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, mine, waits]);
  useAgain(waits && state === 'failed', () => draft.flush());
  // Who leaves the screen at once has written all the same.
  useEffect(() => () => void draft.flush(), [draft]);
}

export function useWords(report: Report) {
  const personId = useIdentity().me.person.id;
  // What was written in a report that was sent meanwhile is kept apart from what was sent.
  const draft = useMemo(() => draftOf(personId, report), [personId, report.id, report.may.write]);
  const shown = useSyncExternalStore(draft.watch, draft.read);
  useEffect(() => draft.meet(report.words), [draft, report.words]);
  useAutosave(draft, shown);
  // A reading that was under way during a save is older than its answer.
  const saved = textsOf(report.words.version < shown.words.version ? shown.words : report.words);
  return {
    texts: { ...saved, ...shown.mine } as Texts,
    state: shown.state,
    conflict: shown.conflict,
    /** As it is now, and not when the screen was drawn. */
    now: draft.read,
    flush: (more?: More) => draft.flush(more),
    write: (key: ReportSection, text: string) => draft.write(key, text, saved[key]),
    settle: (key: ReportSection, keep: 'mine' | 'theirs') => draft.settle(key, keep),
  };
}

export type Words = ReturnType<typeof useWords>;
