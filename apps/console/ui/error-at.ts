import { isProblem } from '../api/client.ts';
import { problemText } from '../api/problem-text.ts';
import { useI18n } from '../i18n/i18n.tsx';

/** The API's refusals at the field that they name. */
export function useErrorAt(error: unknown): (path: string) => string | undefined {
  const i18n = useI18n();
  if (!isProblem(error)) return () => undefined;
  return (path) => (error.details.some((one) => one.path === path) ? problemText(i18n, error) : undefined);
}
