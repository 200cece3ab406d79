import { Link } from '@tanstack/react-router';
import { formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, FilterChips } from '../../ui/layout.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { clockOf } from './data-request-facts.ts';
import type { DataRequestRow, Found, State } from './use-data-requests.ts';

interface Props {
  pages: Found;
  state: State;
  chosen: string | undefined;
  onState: (state: State) => void;
}

function Row({ row, isChosen, state }: { row: DataRequestRow; isChosen: boolean; state: State }) {
  const { t, lang } = useI18n();
  const { tone, word, n } = clockOf(row);
  const at = formatMoment(row.receivedAt, Date.now(), lang);
  return (
    <li>
      <Link
        className="data-req-row"
        to="/data-requests/{-$requestId}"
        params={{ requestId: row.id }}
        search={{ state: state === 'open' ? undefined : state }}
        aria-current={isChosen ? 'true' : undefined}
      >
        <span className="data-req-row-head">
          <b>{t(`dataReq.kind.${row.kind}`)}</b>
          <span className={`data-req-clock data-req-${tone}`}>{t(word, { n })}</span>
        </span>
        <span>
          {row.person.fullName}, {row.unit.fullName}
        </span>
        <span className="caption num">
          {t(row.source === 'paper' ? 'dataReq.linePaper' : 'dataReq.line', { code: row.code, at })}
        </span>
      </Link>
    </li>
  );
}

/** Cases of the unit and below: open ones by their day, or answered ones. */
export function RequestList({ pages, state, chosen, onState }: Props) {
  const { t } = useI18n();
  const counts = pages.data?.counts;
  const options = (['open', 'answered'] as const).map((key) => ({
    key,
    label: t(`dataReq.${key}`),
    ...(counts && { count: counts[key] }),
  }));
  return (
    <Card className="data-req-list" label={t('dataReq.title')}>
      <div className="toolbar">
        <FilterChips label={t('dataReq.title')} options={options} value={state} onChange={onState} />
      </div>
      <Loaded query={pages} rows={3}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState icon="shield-check" title={t(state === 'open' ? 'dataReq.none' : 'dataReq.noneAnswered')}>
              {state === 'open' &&
                counts &&
                t(counts.lateThisYear > 0 ? 'dataReq.noneLate' : 'dataReq.noneText', {
                  n: counts.answered,
                  late: counts.lateThisYear,
                })}
            </EmptyState>
          ) : (
            <ul>
              {pages.rows.map((row) => (
                <Row key={row.id} row={row} isChosen={row.id === chosen} state={state} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
      {counts && (
        <div className="card-foot">
          <span>{t('dataReq.lateYear', { n: counts.lateThisYear })}</span>
          {counts.late > 0 && <span className="data-req-late">{t('dataReq.lateNow', { n: counts.late })}</span>}
        </div>
      )}
    </Card>
  );
}
