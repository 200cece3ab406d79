/** Why the server kept something out, in words that the member can act on; a code without words falls back by status. */
import { effect, signal } from './signals.ts';
import { ApiError, type Command, type Refusal } from '#client';
import { fill, isPlainDate } from '#i18n/format-more';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { dayText, lang, t } from './words/words.ts';

/** Codes that this app says in its own way; the others are in the catalogue that both apps share. */
const OWN: Record<string, MiniAppKey> = { 'task.notMember': 'refusal.left', 'queue.orphan': 'refusal.orphan' };

const shared = signal<Record<string, string>>({});
let loading: Promise<void> | undefined;
effect(() => {
  const load =
    lang.value === 'en'
      ? import('#i18n/words/errors.en').then((file) => file.errorsEn)
      : import('#i18n/words/errors.vi').then((file) => file.errorsVi);
  loading = load.then(
    (words: Record<string, string>) => {
      shared.value = words;
    },
    () => {},
  );
});

export function refusalText({ refusal, view }: Pick<Command, 'refusal' | 'view'>): string {
  if (!refusal) return '';
  const own = OWN[refusal.code];
  const words = own ? undefined : shared.value[refusal.code];
  const values = valuesOf(refusal);
  const text = (words ? fill(words, values) : t(own ?? byStatus(refusal.status), values)).replace(/ ?\{\w+\}/g, '');
  const kept =
    Number(view.value) > 0
      ? ` ${t('refusal.kept', { n: Number(view.value), unit: String(view.unit ?? t('quick.times')) })}`
      : '';
  return text + kept;
}

/** The server's reason in words, where its code has some; for answers that were waited for on the screen. */
export function errorText(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const words = shared.value[error.code];
  const params = error.details[0]?.params ?? {};
  return words && fill(words, valuesOf({ ...error, params })).replace(/ ?\{\w+\}/g, '');
}

/** The same, once its words are here. */
export const reasonOf = async (error: unknown): Promise<string | undefined> => {
  await loading;
  return errorText(error);
};

const byStatus = (status: number): MiniAppKey =>
  status === 403 || status === 404
    ? 'refusal.noRight'
    : status === 409
      ? 'refusal.state'
      : status === 413
        ? 'refusal.photoSize'
        : 'refusal.other';

function valuesOf({ params }: Refusal): Record<string, string | number> {
  const plain = Object.entries(params).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  return Object.fromEntries(
    plain.map(([name, value]) => [
      name,
      typeof value === 'string' && isPlainDate(value.slice(0, 10)) ? dayText(value.slice(0, 10)) : value,
    ]),
  );
}
