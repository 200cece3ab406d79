/**
 * What one person writes in one report: there for as long as the page is, whichever screens show it. Who comes back while it is
 * being saved goes on with it. A save whose answer was lost is repeated before anything else is saved, so that one's own words
 * are not taken for somebody else's. When another officer saved first, what was typed here stays and both are shown.
 */
import { reportSections, type ReportSection } from '#contracts/reporting/report-states';
import { uuid } from '#client/uuid';
import { client, commandHeader, isProblem, queryClient, type Schemas } from '../../../api/client.ts';
import { refresh } from '../../../api/use-command.ts';
import type { Report } from '../report-facts.ts';
import { type KeptWords, keepWords, keptWords } from './kept-words.ts';

export type Texts = Record<ReportSection, string>;
type ReportWords = Schemas['ReportWords'];
type Input = Schemas['ReportWordsInput'];
type Request = NonNullable<KeptWords['request']>;
/** What is saved beside the texts. */
export type More = Pick<Input, 'notes' | 'silent'>;
/** Failed is tried again by itself; what the server refused is not. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed' | 'refused';

export interface Conflict {
  by: string;
  /** Sections that both changed, with the other's words. */
  theirs: { key: ReportSection; text: string }[];
}

export interface Shown {
  /** Typed here and not saved. */
  mine: Partial<Texts>;
  state: Saving;
  conflict: Conflict | null;
  /** The server's, on which these build. */
  words: ReportWords;
}

export const textsOf = ({ sections }: ReportWords): Texts => {
  const known = Object.fromEntries(sections.map(({ key, text }) => [key, text]));
  return Object.fromEntries(reportSections.map((key) => [key, known[key] ?? ''])) as Texts;
};

/** What another officer saved over what is being written: only sections that both changed are in dispute. Pure. */
export function disputed({ texts, over }: Omit<KeptWords, 'request'>, saved: Texts): Conflict['theirs'] {
  return reportSections
    .filter((key) => texts[key] !== undefined && texts[key] !== saved[key] && over[key] !== saved[key])
    .map((key) => ({ key, text: saved[key] }));
}

/** None is known while a request is not answered: what stands there may be what it has brought. */
function conflictWith(typed: KeptWords, words: ReportWords): Conflict | null {
  const theirs = typed.request ? [] : disputed(typed, textsOf(words));
  return theirs.length > 0 ? { by: words.by?.fullName ?? '', theirs } : null;
}

function changeRead(reportId: string, change: (report: Report) => Report): void {
  const isIt = (key: readonly unknown[]) => key[1] === '/reports/{reportId}' && JSON.stringify(key).includes(reportId);
  queryClient.setQueriesData<Report>({ predicate: ({ queryKey }) => isIt(queryKey) }, (old) => old && change(old));
}

/** The report anew, put where the screen reads it from, so that checks and figures follow what was saved. */
async function readAnew(reportId: string): Promise<Report | undefined> {
  const { data } = await client
    .GET('/reports/{reportId}', { params: { path: { reportId } } })
    .catch(() => ({ data: undefined }));
  if (data) changeRead(reportId, () => data);
  return data;
}

async function put(reportId: string, { key, body }: Request): Promise<ReportWords> {
  const params = { path: { reportId }, header: commandHeader(key) };
  const { data, error } = await client.PUT('/reports/{reportId}/words', { params, body });
  if (!data) throw error;
  return data;
}

/** Nobody refused it: the same request may be carried out later, or has been. */
const isTemporary = ({ status }: { status: number }): boolean => status >= 500 || [401, 408, 429].includes(status);
/** Clashed: the words are another's now, and what is typed builds on them. */
type Outcome = 'done' | 'clashed' | 'stopped';
const newer = (one: ReportWords, other: ReportWords) => (one.version >= other.version ? one : other);
const sizeOf = (texts: Partial<Texts>): number => Object.keys(texts).length;

export class WordsDraft {
  private shown: Shown;
  private underWay: Promise<boolean> | null = null;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly personId: string,
    private readonly reportId: string,
    words: ReportWords,
    private typed: KeptWords,
  ) {
    const state = sizeOf(typed.texts) > 0 ? 'unsaved' : 'saved';
    this.shown = { mine: typed.texts, state, conflict: conflictWith(typed, words), words };
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly read = (): Shown => this.shown;

  /** The server's words as a screen has read them; what is older than what is known here says nothing. */
  meet(words: ReportWords): void {
    if (!this.typed.request && words.version > this.shown.words.version) this.buildOn(words);
  }

  /** @param saved what stands there */
  write(key: ReportSection, text: string, saved: string): void {
    const { texts, over } = this.typed;
    const stood = texts[key] === undefined ? { ...over, [key]: saved } : over;
    this.type({ ...this.typed, texts: { ...texts, [key]: text }, over: stood }, { state: 'unsaved' });
  }

  settle(key: ReportSection, keep: 'mine' | 'theirs'): void {
    const theirs = this.shown.conflict?.theirs ?? [];
    const left = theirs.filter((one) => one.key !== key);
    const { [key]: own, ...others } = this.typed.texts;
    const texts: Partial<Texts> = keep === 'theirs' ? others : { ...others, [key]: own };
    const over = { ...this.typed.over, [key]: theirs.find((one) => one.key === key)?.text };
    this.type(
      { ...this.typed, texts, over },
      {
        state: sizeOf(texts) > 0 ? 'unsaved' : 'saved',
        conflict: this.shown.conflict && left.length > 0 ? { ...this.shown.conflict, theirs: left } : null,
      },
    );
  }

  /**
   * Saves what was typed, after what is being saved already; what is in dispute waits for its writer.
   * @returns whether `more` is saved, or without it everything that was typed
   */
  async flush(more?: More): Promise<boolean> {
    while (this.underWay) await this.underWay;
    this.underWay = this.save(more).finally(() => (this.underWay = null));
    return this.underWay;
  }

  private async save(more?: More): Promise<boolean> {
    const { request } = this.typed;
    // Repeated as it went: done before or now, it is done once.
    if (request && (await this.send(request)) === 'stopped') return false;
    const body = this.bodyOf(more);
    const outcome = body ? await this.send({ key: uuid(), body }) : 'done';
    if (outcome === 'clashed') return this.save(more);
    if (outcome === 'stopped') return false;
    if (request || body) await readAnew(this.reportId);
    if (more?.silent) refresh(['/reports/{reportId}/added-lines']);
    return more !== undefined || this.shown.conflict === null;
  }

  /** What can be saved now; null when there is nothing. */
  private bodyOf(more?: More): Input | null {
    const { conflict, words } = this.shown;
    const waits = new Set(conflict?.theirs.map(({ key }) => key));
    const sections = reportSections.flatMap((key) => {
      const text = this.typed.texts[key];
      return text === undefined || waits.has(key) ? [] : [{ key, text }];
    });
    return sections.length > 0 || more ? { version: words.version, sections, ...more } : null;
  }

  private async send(request: Request): Promise<Outcome> {
    this.type({ ...this.typed, request }, { state: 'saving' });
    try {
      this.saved(await put(this.reportId, request), request);
      return 'done';
    } catch (error) {
      return this.failed(error, request);
    }
  }

  private saved(words: ReportWords, { body }: Request): void {
    changeRead(this.reportId, (report) => ({ ...report, words: newer(report.words, words) }));
    const { texts, over } = this.typed;
    const sent: Partial<Texts> = Object.fromEntries(body.sections.map(({ key, text }) => [key, text]));
    // Typing may have gone on meanwhile: only what was sent is settled.
    const left = Object.entries(texts).filter(([key, text]) => sent[key as ReportSection] !== text);
    this.type(
      { texts: Object.fromEntries(left), over: { ...over, ...sent }, request: null },
      { state: left.length > 0 ? 'unsaved' : 'saved', words: newer(words, this.shown.words) },
    );
  }

  private async failed(error: unknown, request: Request): Promise<Outcome> {
    if (!isProblem(error) || isTemporary(error)) {
      this.show({ state: 'failed' });
      return 'stopped';
    }
    this.type({ ...this.typed, request: null }, { state: 'refused' });
    if (error.code !== 'report.wordsChanged' && error.code !== 'platform.alreadyDone') return 'stopped';
    const report = await readAnew(this.reportId);
    if (!report || report.words.version <= request.body.version) return 'stopped';
    if (error.code === 'platform.alreadyDone') this.saved(report.words, request);
    else this.buildOn(report.words);
    return 'clashed';
  }

  private buildOn(words: ReportWords): void {
    this.show({ words, conflict: conflictWith(this.typed, words) });
  }

  private type(typed: KeptWords, shown: Partial<Shown>): void {
    this.typed = typed;
    keepWords(this.personId, this.reportId, typed);
    this.show({ mine: typed.texts, ...shown });
  }

  private show(shown: Partial<Shown>): void {
    this.shown = { ...this.shown, ...shown };
    for (const watcher of this.watchers) watcher();
  }
}

const NOTHING: KeptWords = { texts: {}, over: {}, request: null };
const drafts = new Map<string, WordsDraft>();

export function draftOf(personId: string, { id, may, words }: Report): WordsDraft {
  if (!may.write) return new WordsDraft(personId, id, words, NOTHING);
  const key = `${personId} ${id}`;
  const draft = drafts.get(key) ?? new WordsDraft(personId, id, words, keptWords(personId, id) ?? NOTHING);
  drafts.set(key, draft);
  return draft;
}
