import { problemText } from '../api/problem-text.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Notice } from './layout.tsx';

/** Why the server refused what was asked, where it was asked. */
export function Refused({ error }: { error: unknown }) {
  const i18n = useI18n();
  if (!error) return null;
  return (
    <Notice tone="late" icon="alert-circle">
      {problemText(i18n, error)}
    </Notice>
  );
}
