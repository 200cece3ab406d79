import { isProblem } from '../api/client.ts';
import { problemText } from '../api/problem-text.ts';
import { useI18n } from '../i18n/i18n.tsx';

/** The API's refusals, each at the field that it names. */
export function useErrorAt(error: unknown): (path: string) => string | undefined {
  const i18n = useI18n();
  if (!isProblem(error)) return () => undefined;
  return (path) => {
    const at = error.details.find((one) => one.path === path);
    return at && problemText(i18n, { ...error, details: [at] });
  };
}
