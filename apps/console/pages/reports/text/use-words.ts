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
import { type KeptWords, keepWords, keptWords } from './kept-words.ts';

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

/**
 * What another officer saved over what is being written: only sections that both changed are in dispute. Pure.
 * @param over what stood there when this one began to type
 */
export function disputed(mine: Partial<Texts>, over: Partial<Texts>, saved: Texts): Conflict['theirs'] {
  return reportSections
    .filter((key) => mine[key] !== undefined && mine[key] !== saved[key] && over[key] !== saved[key])
    .map((key) => ({ key, text: saved[key] }));
}

function conflictWith({ texts, over }: KeptWords, words: Schemas['ReportWords']): Conflict | null {
  const theirs = disputed(texts, over, textsOf(words));
  return theirs.length > 0 ? { by: words.by?.fullName ?? '', theirs } : null;
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

const nothing: KeptWords = { texts: {}, over: {} };

function useDraft(report: Report) {
  const personId = useIdentity().me.person.id;
  const [kept] = useState(() => (report.may.write && keptWords(personId, report.id)) || nothing);
  const [mine, setMine] = useState<Partial<Texts>>(kept.texts);
  const [state, setState] = useState<Saving>(kept === nothing ? 'saved' : 'unsaved');
  const [conflict, setConflict] = useState(() => conflictWith(kept, report.words));
  const version = useRef(report.words.version);
  const busy = useRef(false);
  /** What is typed and not saved, also between two drawings of the screen. */
  const typed = useRef(kept);
  const type = (texts: Partial<Texts>, over: Partial<Texts>) => {
    typed.current = { texts, over };
    setMine(texts);
    keepWords(personId, report.id, typed.current);
  };
  useEffect(() => {
    if (Object.keys(mine).length === 0 && !busy.current) version.current = report.words.version;
  }, [mine, report.words.version]);
  return { reportId: report.id, mine, typed, type, state, setState, conflict, setConflict, version, busy };
}

type Draft = ReturnType<typeof useDraft>;
type More = Pick<Input, 'notes' | 'silent'>;

const changedIn = (mine: Partial<Texts>): Input['sections'] =>
  reportSections.flatMap((key) => {
    const text = mine[key];
    return text === undefined ? [] : [{ key, text }];
  });

/** Somebody saved first: what differs is shown side by side; without a difference it is simply saved again. */
async function onClash({ reportId, typed, type, version, setConflict }: Draft): Promise<void> {
  const data = await readAnew(reportId);
  if (!data) return;
  version.current = data.words.version;
  const conflict = conflictWith(typed.current, data.words);
  if (conflict) setConflict(conflict);
  else type({ ...typed.current.texts }, typed.current.over);
}

/** Saves what was typed; true when everything here is saved. */
async function flush(draft: Draft, more: More = {}): Promise<boolean> {
  const { reportId, typed, type, setState, version, busy } = draft;
  const sections = changedIn(typed.current.texts);
  if (sections.length === 0 && !more.notes && !more.silent) return true;
  if (busy.current) return false;
  busy.current = true;
  setState('saving');
  try {
    version.current = (await put(reportId, { version: version.current, sections, ...more })).version;
    await readAnew(reportId);
    if (more.silent) refresh(['/reports/{reportId}/added-lines']);
    const sent: Partial<Texts> = Object.fromEntries(sections.map(({ key, text }) => [key, text]));
    // Typing may have gone on meanwhile: only what was sent is settled.
    const { texts, over } = typed.current;
    const left = changedIn(texts).filter(({ key, text }) => sent[key] !== text);
    type(Object.fromEntries(left.map(({ key, text }) => [key, text])), { ...over, ...sent });
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
  const { typed, type, setState, conflict, setConflict } = draft;
  useAutosave(draft);
  const saved = textsOf(report.words);
  return {
    texts: { ...saved, ...draft.mine } as Texts,
    state: draft.state,
    conflict,
    version: draft.version,
    flush: (more?: More) => flush(draft, more),
    write: (key: ReportSection, text: string) => {
      const { texts, over } = typed.current;
      type({ ...texts, [key]: text }, texts[key] === undefined ? { ...over, [key]: saved[key] } : over);
      setState('unsaved');
    },
    settle: (key: ReportSection, keep: 'mine' | 'theirs') => {
      const { [key]: own, ...others } = typed.current.texts;
      const texts: Partial<Texts> = keep === 'theirs' ? others : { ...others, [key]: own };
      const theirs = conflict?.theirs.find((one) => one.key === key)?.text;
      type(texts, { ...typed.current.over, [key]: theirs });
      setState(Object.keys(texts).length > 0 ? 'unsaved' : 'saved');
      const left = conflict?.theirs.filter((one) => one.key !== key) ?? [];
      setConflict(conflict && left.length > 0 ? { ...conflict, theirs: left } : null);
    },
  };
}

export type Words = ReturnType<typeof useWords>;
