/** What was put right in something that is written down: "Sửa ngày 27/11/2026 ... số 12 thành 21, lý do". */
import { dateInVietnam, formatDate } from '#i18n';
import type { Schemas } from '../api/client.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Dialog } from './form.tsx';
import { Loaded } from './states.tsx';

export interface Correction {
  by: Schemas['PersonRef'];
  at: string;
  reason: string;
  changes: readonly { what: string; before: string; after: string }[];
}

/** Opens the history; absent while nothing was corrected. */
export function CorrectedLink({ version, of, onOpen }: { version: number; of: string; onOpen: () => void }) {
  const { t } = useI18n();
  if (version === 1) return null;
  return (
    <button type="button" className="link" aria-label={t('correction.openOf', { n: version - 1, of })} onClick={onOpen}>
      {t('correction.open', { n: version - 1 })}
    </button>
  );
}

/** The fields that differ, in the words of their form. */
export function changesOf<Words extends Record<string, string>>(
  before: Words,
  after: Words,
  fields: readonly [key: keyof Words & string, what: string, show?: (value: string) => string][],
): Correction['changes'] {
  return fields.flatMap(([key, what, show = (value: string) => value]) => {
    const [old, now] = [before[key], after[key]];
    return old === undefined || now === undefined || old === now ? [] : [{ what, before: show(old), after: show(now) }];
  });
}

function CorrectionList({ rows }: { rows: readonly Correction[] }) {
  const { t, lang } = useI18n();
  return (
    <ul className="corrections">
      {rows.map(({ at, by, reason, changes }) => (
        <li key={at}>
          <b>
            {t('correction.on', { date: formatDate(dateInVietnam(at), lang, { withYear: true }), name: by.fullName })}
          </b>
          {changes.map(({ what, before, after }) => (
            <div key={what}>{t('correction.change', { what, before, after })}</div>
          ))}
          <div className="caption">{t('correction.why', { reason })}</div>
        </li>
      ))}
    </ul>
  );
}

interface HistoryProps {
  title: string;
  query: Parameters<typeof Loaded<readonly Correction[]>>[0]['query'];
  onClose: () => void;
}

export function CorrectionsDialog({ title, query, onClose }: HistoryProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Loaded query={query} rows={3}>
        {(rows) => <CorrectionList rows={rows} />}
      </Loaded>
    </Dialog>
  );
}
