/** Answers of the district that help others too: kept on the phone, found there without a network. */
import { signal } from './signals.ts';
import { type KnowHow, take } from '#client';
import { foldMarks } from '#i18n/fold';
import { finds } from '#i18n/spoken';
import { api } from './api.ts';
import { now } from './clock.ts';
import { read, write } from './local.ts';
import { post } from './sign-in/session.ts';
import { shownTasks } from './tasks-shown.ts';
import { failureCode } from './tasks.ts';

interface Kept {
  items: KnowHow[];
  at: number;
}
/** Of two hundred each: 86 answers are about 25 kB. */
const MOST_PAGES = 5;
const FRESH_MS = 6 * 3_600_000;

export const knowHow = signal<Kept | undefined>(read('snapshot.knowHow'));
export const knowHowFailed = signal<string | undefined>(undefined);
export const usedHere = signal<string[]>(read('knowHow.used') ?? []);

/** Never throws: the screen reads `knowHowFailed`. */
export async function loadKnowHow(): Promise<void> {
  const unitId = post.value?.unit.id;
  if (!unitId) return;
  knowHowFailed.value = undefined;
  try {
    const items: KnowHow[] = [];
    let cursor: string | null | undefined;
    for (let n = 0; n < MOST_PAGES && cursor !== null; n++) {
      const query = { limit: 200, ...(cursor && { cursor }) };
      const page = await take(api.GET('/units/{unitId}/know-how', { params: { path: { unitId }, query } }));
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    knowHow.value = { items, at: now() };
    write('snapshot.knowHow', knowHow.value);
  } catch (error) {
    knowHowFailed.value = failureCode(error);
  }
}

/** Beside a task nobody waits for it: only where it costs the person nothing, and not again within hours. */
export async function loadKnowHowInPassing(): Promise<void> {
  const { connection } = navigator as { connection?: { type?: string; saveData?: boolean } };
  const isFree = !connection?.saveData && (connection?.type ?? 'wifi') === 'wifi';
  if (isFree && navigator.onLine && now() - (knowHow.value?.at ?? 0) > FRESH_MS) await loadKnowHow();
}

export function keepAsUsed({ id }: KnowHow): void {
  usedHere.value = [...usedHere.value, id].slice(-300);
  write('knowHow.used', usedHere.value);
}

const OPEN = ['assigned', 'accepted', 'returned'];
/** The team has work in hand that counts the same. */
export const fitsWork = ({ indicatorCode }: KnowHow): boolean =>
  Boolean(indicatorCode) &&
  (shownTasks.value ?? []).some((task) => OPEN.includes(task.state) && task.indicator.code === indicatorCode);

/** Every word has to be there; what has them in its title stands first, then what fits the work in hand, then the newest. */
export function findKnowHow(items: readonly KnowHow[], query: string): KnowHow[] {
  const isFound = finds(query);
  const words = query.split(/\s+/).filter(Boolean).map(finds);
  const hits = (text: string) => isFound(text) || words.every((has) => has(text));
  const rank = (one: KnowHow) => (hits(one.text) ? 0 : 2) + (fitsWork(one) ? 0 : 1);
  return items
    .filter(({ text, answer }) => hits(`${text} ${answer}`))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** The text in pieces, those that a word of the query names marked. */
export function markWords(text: string, query: string): { text: string; hit: boolean }[] {
  const words = new Set(foldMarks(query).split(' ').filter(Boolean));
  const pieces = text.split(/(\s+)/).map((piece) => {
    const folded = foldMarks(piece.replace(/[.,;:!?“”"()]/g, ''));
    return { text: piece, hit: folded !== '' && [...words].some((word) => folded.startsWith(word)) };
  });
  // A blank between two marked words is marked with them.
  return pieces.map((piece, i) =>
    piece.text.trim() === '' ? { ...piece, hit: Boolean(pieces[i - 1]?.hit && pieces[i + 1]?.hit) } : piece,
  );
}
