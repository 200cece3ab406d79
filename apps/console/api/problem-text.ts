/** A problem's code in the reader's words; an unknown code still says what to do next. */
import { formatDate, formatMoment, isPlainDate, type Lang } from '#i18n';
import type { useI18n } from '../i18n/i18n.tsx';
import { isProblem } from './client.ts';

type I18n = ReturnType<typeof useI18n>;

export function problemText({ t, has, lang }: I18n, error: unknown): string {
  if (!isProblem(error)) return t('problem.network');
  const first = error.details?.[0];
  const params = wordedValues(first?.params ?? {}, lang);
  for (const code of [first?.code, error.code]) if (code && has(code)) return t(code, params);
  if (error.status === 403) return t('state.noRight');
  if (error.status === 404) return t('problem.notFound');
  return t('problem.other', { code: first?.code ?? error.code });
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** What a sentence can hold: texts, numbers, days and moments as people write them. */
function wordedValues(params: Record<string, unknown>, lang: Lang): Record<string, string | number> {
  const plain = Object.entries(params).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  return Object.fromEntries(
    plain.map(([name, value]) => [
      name,
      typeof value !== 'string'
        ? value
        : isPlainDate(value)
          ? formatDate(value, lang, { withYear: true })
          : isInstant(value)
            ? formatMoment(value, Date.now(), lang)
            : value,
    ]),
  );
}
