import { useI18n } from '../../i18n/i18n.tsx';
import { monthText } from '../../ui/text/months.ts';
import { partialOf, sourcesOf, type YearAgo } from './year-ago.ts';

/** Where imported figures are from, and which months are no whole comparison. */
export function YearAgoNotes({ view }: { view: YearAgo | undefined }) {
  const { t, n } = useI18n();
  const sources = sourcesOf(view);
  const partial = partialOf(view).map(({ before, known, of }) =>
    t('ago.partialMonth', { month: monthText(before), known: n(known), of: n(of) }),
  );
  return (
    <>
      {sources.length > 0 && <p className="caption">{t('ago.imported', { sources: sources.join('; ') })}</p>}
      {partial.length > 0 && <p className="caption">{t('ago.partial', { months: partial.join(', ') })}</p>}
    </>
  );
}
