/** What the API says of one of many that it did not do. */
import type { Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Refusal } from './outcome.ts';

/** By name and in words; another try would be refused as well. */
export function useRefused(): (refused: readonly Schemas['RefusedOne'][]) => Refusal[] {
  const i18n = useI18n();
  return (refused) =>
    refused.map(({ id, name, code, params }) => ({
      id,
      name,
      why: problemText(i18n, { code, status: 409, title: code, details: [{ path: '', code, params }] }),
      again: false,
    }));
}

/** What the preview has named already is left alone, and not refused a second time. */
export const without = (ids: readonly string[], refused: readonly Schemas['RefusedOne'][]): string[] => {
  const left = new Set(refused.map(({ id }) => id));
  return ids.filter((id) => !left.has(id));
};
