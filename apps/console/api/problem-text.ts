/** A problem's code in the reader's words; an unknown code still says what to do next. */
import type { useI18n } from '../i18n/i18n.tsx';
import { isProblem } from './client.ts';

type I18n = ReturnType<typeof useI18n>;

export function problemText({ t, has }: I18n, error: unknown): string {
  if (!isProblem(error)) return t('problem.network');
  const first = error.details?.[0];
  const params = Object.fromEntries(
    Object.entries(first?.params ?? {}).filter(([, v]) => typeof v === 'string' || typeof v === 'number'),
  ) as Record<string, string | number>;
  for (const code of [first?.code, error.code]) if (code && has(code)) return t(code, params);
  if (error.status === 403) return t('state.noRight');
  if (error.status === 404) return t('problem.notFound');
  return t('problem.other', { code: first?.code ?? error.code });
}
