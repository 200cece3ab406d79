/** The words on the screen: Vietnamese is in the first bundle, English is an overlay that loads when chosen. */
import { signal } from '../signals.ts';
import { type Lang, type PlainDate, formatDateNear, formatMoment } from '#i18n/dates';
import { type ShortForm, shortDeadline } from '#i18n/short-deadlines';
import { formatNumber, formatRatio, keepTogether } from '#i18n/format';
import { type MiniAppKey, vi } from '#i18n/mini-app.vi';
import { now, today } from '../clock.ts';
import { read, write } from '../local.ts';

type Values = Record<string, string | number>;

const stored = read<Lang>('lang');
export const lang = signal<Lang>('vi');
type Words = Partial<Record<MiniAppKey, string>>;
let vietnamese: Words = vi;
let english: Words = {};

/** A word for what is counted, and a text with such words in it; by number only in English, whose rule comes with its words. */
let unitFor = (word: string, _n?: number): string => word;
let withUnits = (text: string): string => text;

const overlays = new Set([
  () =>
    import('#i18n/mini-app.en').then((file): Words => {
      ({ unitFor, withUnits } = file);
      return file.en;
    }),
]);

/** What others have added while these came stays. */
async function addEnglish(load: () => Promise<Words>): Promise<void> {
  const more = await load();
  english = { ...english, ...more };
}

/** The other screens' words come with their chunk, and with them the way to their English, where that is not in the common one. */
export async function addWords(words: Words, loadEnglish?: () => Promise<Words>): Promise<void> {
  vietnamese = { ...vietnamese, ...words };
  if (!loadEnglish) return;
  overlays.add(loadEnglish);
  if (lang.value === 'en') await addEnglish(loadEnglish);
}

/** `{n}` is a value, `{n|one|many}` chooses by number (English only needs it). */
export function t(key: MiniAppKey, values: Values = {}): string {
  const template = (lang.value === 'en' && english[key]) || vietnamese[key] || key;
  const text = template.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (place, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return place;
      if (one !== undefined) return Number(value) === 1 ? one : (many ?? '');
      return typeof value === 'number' ? formatNumber(value, lang.value) : value;
    },
  );
  return lang.value === 'vi' ? keepTogether(text) : withUnits(text);
}

export async function setLang(next: Lang): Promise<void> {
  // One that is added while the others come is not in the first round.
  if (next === 'en') for (const load of overlays) await addEnglish(load);
  write('lang', next);
  document.documentElement.lang = next;
  lang.value = next;
}

/** The person's own choice on this phone stands above the account's language. */
export async function startLanguage(ofAccount?: Lang): Promise<void> {
  const wanted = stored ?? ofAccount ?? 'vi';
  if (wanted !== lang.value) await setLang(wanted).catch(() => {});
}

/** Also for texts that the server wrote. */
export const tidy = (text: string) => (lang.value === 'vi' ? keepTogether(text) : text);
export const due = (on: PlainDate, form: ShortForm): string => tidy(shortDeadline(on, now(), form, lang.value));
export const dayText = (on: PlainDate): string => tidy(formatDateNear(on, today(), lang.value));
export const momentText = (at: string | number): string => formatMoment(at, now(), lang.value);
export const ratio = (part: number, whole: number): string => formatRatio(part, whole, lang.value);
export const number = (value: number): string => formatNumber(value, lang.value);
/** Unit and name of an indicator in the reader's language. */
export const unitWord = (indicator: { unit: string; unitEn: string }, n?: number): string =>
  (lang.value === 'en' && unitFor(indicator.unitEn, n)) || indicator.unit;
