import { dateInVietnam, formatDate } from '#i18n';
import { finds } from '#i18n/spoken';
import { useWhole } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Marked } from '../../ui/marked.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import type { KnowHow } from './difficulty-facts.ts';
import { useKnowHow } from './use-know-how.ts';

function Entry({ known, query }: { known: KnowHow; query: string }) {
  const { t, lang } = useI18n();
  return (
    <li>
      <span className="caption">
        {t(`difficulty.kind.${known.kind}`)} · {formatDate(dateInVietnam(known.answeredAt), lang, { withYear: true })}
        {known.unit && ` · ${known.unit.fullName}`}
        {known.uses ? ` · ${t('difficulty.uses', { n: known.uses })}` : ''}
      </span>
      <h3>
        <Marked text={known.text} query={query} />
      </h3>
      <p>
        <Marked text={known.answer} query={query} />
      </p>
    </li>
  );
}

/** What was answered once and may be read by all teams: the newest first. */
export function KnowHowList({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const { t } = useI18n();
  const answers = useWhole(useKnowHow());
  const isFound = finds(query);
  return (
    <Loaded query={answers} rows={6}>
      {() => {
        const { rows } = answers;
        if (rows.length === 0)
          return (
            <EmptyState icon="books" title={t('difficulty.knowEmpty')}>
              {t('difficulty.knowEmptyText')}
            </EmptyState>
          );
        const shown = rows.filter(({ text, answer }) => isFound(`${text} ${answer}`));
        return (
          <>
            <div className="toolbar">
              <SearchField label={t('difficulty.knowFind')} value={query} width={290} onChange={onQuery} />
            </div>
            <ul className="know-how">
              {shown.map((known) => (
                <Entry key={known.id} known={known} query={query} />
              ))}
            </ul>
            {shown.length === 0 && (
              <div className="dt-empty">
                <NoMatch text={t('difficulty.knowNoMatch')} onClear={() => onQuery('')} />
              </div>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
