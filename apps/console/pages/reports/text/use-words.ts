/**
 * The words while they are written: saved by themselves after a pause, section by section, and when the screen is left; until
 * then this machine keeps them. When somebody else saved first, what was typed here stays and both are shown.
 */
import { useEffect, useRef, useState } from 'react';
import { reportSections, type ReportSection } from '#contracts/reporting/report-states';
import { client, commandHeader, isProblem, queryClient, type Schemas } from '../../../api/client.ts';
import { useAgain } from '../../../api/use-again.ts';
import { useIdentity } from '../../../api/me.tsx';
import { refresh } from '../../../api/use-command.ts';
import type { Report } from '../report-facts.ts';
import { keptWords, keepWords } from './kept-words.ts';

const pauseMs = 1200;

type Texts = Record<ReportSection, string>;
type Input = Schemas['ReportWordsInput'];
export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed' | 'refused';

export interface Conflict {
  by: string;
  /** Sections that both changed, with the other's words. */
  theirs: { key: ReportSection; text: string }[];
}

export const textsOf = ({ sections }: Schemas['ReportWords']): Texts => {
  const known = Object.fromEntries(sections.map(({ key, text }) => [key, text]));
  return Object.fromEntries(reportSections.map((key) => [key, known[key] ?? ''])) as Texts;
};

/** What another officer saved over what is being written: only sections that both changed are in dispute. Pure. */
export function disputed(mine: Partial<Texts>, saved: Texts): Conflict['theirs'] {
  return reportSections
    .filter((key) => mine[key] !== undefined && mine[key] !== saved[key])
    .map((key) => ({ key, text: saved[key] }));
}

export const reportPaths = [
  '/reports/{reportId}',
  '/reports/{reportId}/added-lines',
  '/units/{unitId}/reports',
  '/reports/{reportId}/versions',
] as const;

/** The report anew, put where the screen reads it from, so that checks and figures follow what was saved. */
async function readAnew(reportId: string): Promise<Report | undefined> {
  const { data } = await client.GET('/reports/{reportId}', { params: { path: { reportId } } });
  const isIt = (key: readonly unknown[]) => key[1] === '/reports/{reportId}' && JSON.stringify(key).includes(reportId);
  if (data) queryClient.setQueriesData({ predicate: ({ queryKey }) => isIt(queryKey) }, data);
  return data;
}

/** Each body has its own key: an autosave never repeats an old one. */
async function put(reportId: string, body: Input): Promise<Schemas['ReportWords']> {
  const params = { path: { reportId }, header: commandHeader() };
  const { data, error } = await client.PUT('/reports/{reportId}/words', { params, body });
  if (!data) throw error;
  return data;
}

function useDraft(report: Report) {
  const personId = useIdentity().me.person.id;
  const [kept] = useState(() => (report.may.write ? keptWords(personId, report.id) : null));
  const [mine, setMine] = useState<Partial<Texts>>(kept?.texts ?? {});
  const [state, setState] = useState<Saving>(kept ? 'unsaved' : 'saved');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const version = useRef(kept?.version ?? report.words.version);
  /** What was typed here was typed over this one: the version, but while another's words are in dispute. */
  const base = useRef(version.current);
  const busy = useRef(false);
  /** What is typed and not saved, also between two drawings of the screen. */
  const typed = useRef(mine);
  const type = (next: Partial<Texts>) => {
    typed.current = next;
    setMine(next);
    keepWords(personId, report.id, { version: base.current, texts: next });
  };
  useEffect(() => {
    if (Object.keys(mine).length === 0 && !busy.current) base.current = version.current = report.words.version;
  }, [mine, report.words.version]);
  return { reportId: report.id, mine, typed, type, state, setState, conflict, setConflict, version, base, busy };
}

type Draft = ReturnType<typeof useDraft>;
type More = Pick<Input, 'notes' | 'silent'>;

const changedIn = (mine: Partial<Texts>): Input['sections'] =>
  reportSections.flatMap((key) => {
    const text = mine[key];
    return text === undefined ? [] : [{ key, text }];
  });

/** Somebody saved first: what differs is shown side by side; without a difference it is simply saved again. */
async function onClash({ reportId, typed, type, version, base, setConflict }: Draft): Promise<void> {
  const data = await readAnew(reportId);
  if (!data) return;
  version.current = data.words.version;
  const theirs = disputed(typed.current, textsOf(data.words));
  if (theirs.length > 0) return setConflict({ by: data.words.by?.fullName ?? '', theirs });
  base.current = data.words.version;
  type({ ...typed.current });
}

/** Saves what was typed; true when everything here is saved. */
async function flush(draft: Draft, more: More = {}): Promise<boolean> {
  const { reportId, typed, type, setState, version, base, busy } = draft;
  const sections = changedIn(typed.current);
  if (sections.length === 0 && !more.notes && !more.silent) return true;
  if (busy.current) return false;
  busy.current = true;
  setState('saving');
  try {
    version.current = (await put(reportId, { version: version.current, sections, ...more })).version;
    await readAnew(reportId);
    if (more.silent) refresh(['/reports/{reportId}/added-lines']);
    const isSent = (key: string, text: string) => sections.some((sent) => sent.key === key && sent.text === text);
    // Typing may have gone on meanwhile: only what was sent is settled.
    base.current = version.current;
    const left = Object.entries(typed.current).filter(([key, text]) => !isSent(key, text));
    type(Object.fromEntries(left));
    setState(left.length > 0 ? 'unsaved' : 'saved');
    return true;
  } catch (error) {
    setState(isProblem(error) ? 'refused' : 'failed');
    if (isProblem(error) && error.code === 'report.wordsChanged') await onClash(draft);
    return false;
  } finally {
    busy.current = false;
  }
}

function useAutosave(draft: Draft): void {
  const latest = useRef(draft);
  latest.current = draft;
  const waiting = Object.keys(draft.mine).length > 0 && !draft.conflict;
  useEffect(() => {
    if (!waiting) return undefined;
    const save = () => {
      // A save under way takes the rest with the next one.
      if (latest.current.busy.current) timer = setTimeout(save, pauseMs);
      else void flush(latest.current);
    };
    let timer = setTimeout(save, pauseMs);
    return () => clearTimeout(timer);
  }, [draft.mine, waiting]);
  useAgain(waiting && draft.state === 'failed', () => flush(latest.current));
  // Who leaves the screen at once has written all the same.
  useEffect(() => () => void (latest.current.conflict || flush(latest.current)), []);
}

export function useWords(report: Report) {
  const draft = useDraft(report);
  const { typed, type, setState, conflict, setConflict, version, base } = draft;
  useAutosave(draft);
  return {
    texts: { ...textsOf(report.words), ...draft.mine } as Texts,
    state: draft.state,
    conflict: draft.conflict,
    version: draft.version,
    flush: (more?: More) => flush(draft, more),
    write: (key: ReportSection, text: string) => {
      type({ ...typed.current, [key]: text });
      setState('unsaved');
    },
    settle: (key: ReportSection, keep: 'mine' | 'theirs') => {
      const theirs = conflict?.theirs.filter((one) => one.key !== key) ?? [];
      if (theirs.length === 0) base.current = version.current;
      const { [key]: own, ...others } = typed.current;
      const kept = (keep === 'theirs' ? others : { ...others, [key]: own }) as Partial<Texts>;
      type(kept);
      setState(Object.keys(kept).length > 0 ? 'unsaved' : 'saved');
      setConflict(conflict && theirs.length > 0 ? { ...conflict, theirs } : null);
    },
  };
}

export type Words = ReturnType<typeof useWords>;
