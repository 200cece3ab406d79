import { Link } from '@tanstack/react-router';
import { owedOf } from '#contracts/reporting/report-standing';
import { percentOf } from '#i18n';
import { api } from '../../api/client.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { HowCounted } from '../../ui/how-counted.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { type Board, daysSpan, latestFirst, owedMonths, sentCount, type Owed, statusLooks } from './board-facts.ts';

const monthsShown = 4;

function Count({ units, status, value }: { units: readonly Owed[]; status: Owed['status']; value: number }) {
  const { t, n } = useI18n();
  const span = daysSpan(units, status);
  const days =
    span && (span[0] === span[1] ? t('rb.days', { n: span[0] }) : t('rb.daysSpan', { a: span[0], b: span[1] }));
  const share = `${percentOf(value, units.length)}%`;
  return (
    <li>
      <span className="count-name">
        <i data-status={status} /> {t(statusLooks[status].word)}
      </span>
      <strong>{n(value)}</strong>
      <span className="caption">{status === 'late' || status === 'missing' ? (days ?? '') : share}</span>
    </li>
  );
}

function Square({ unit }: { unit: Owed }) {
  const { t } = useI18n();
  const status = t(statusLooks[unit.status].word);
  const days = unit.daysLate > 0 ? `, ${t('rb.days', { n: unit.daysLate })}` : '';
  const label = t('rb.square', { unit: unit.unit.fullName, status: `${status}${days}` });
  const text = unit.daysLate > 0 ? unit.daysLate : '';
  if (!unit.report)
    return (
      <span data-status={unit.status} role="img" aria-label={label}>
        {text}
      </span>
    );
  return (
    <Link
      to="/reports/$reportId"
      params={{ reportId: unit.report.id }}
      data-status={unit.status}
      aria-label={label}
      title={label}
    >
      {text}
    </Link>
  );
}

/** The share on time in the last months. */
function OverTime({ board }: { board: Board }) {
  const { t } = useI18n();
  const { data } = api.useQuery('get', '/units/{unitId}/dashboard', {
    params: { path: { unitId: board.unit.id }, query: { month: board.month } },
  });
  const months = data ? owedMonths(data).slice(-monthsShown) : [];
  if (months.length < 2) return null;
  return (
    <ul className="over-time" aria-label={t('rb.overTime')}>
      {months.map(({ month, onTime, ...rest }) => {
        const all = owedOf({ onTime, ...rest });
        const name = t('rep.month' as MessageId, { month: Number(month.slice(5)) });
        return (
          <li key={month}>
            <span>{name}</span>
            <Bar of={all} parts={[{ value: onTime, color: 'bar-ok' }]} label={`${name}: ${onTime}/${all}`} />
            <b>{percentOf(onTime, all)}%</b>
          </li>
        );
      })}
    </ul>
  );
}

/** Who is on time, late, given back and missing: each unit once, in the counts and as a square. */
export function Received({ units }: { units: readonly Owed[] }) {
  const { t } = useI18n();
  const of = (status: Owed['status']) => units.filter((unit) => unit.status === status).length;
  const [notDue, missing, returned] = [of('not_due'), of('missing'), of('returned')];
  return (
    <>
      <ul className="received-counts">
        <Count units={units} status="on_time" value={of('on_time')} />
        <Count units={units} status="late" value={of('late')} />
        {returned > 0 && <Count units={units} status="returned" value={returned} />}
        {notDue > 0 && <Count units={units} status="not_due" value={notDue} />}
        {(missing > 0 || notDue === 0) && <Count units={units} status="missing" value={missing} />}
      </ul>
      <div className="squares">
        {latestFirst(units).map((unit) => (
          <Square key={unit.unit.id} unit={unit} />
        ))}
      </div>
      <p className="caption">{t('rb.squares')}</p>
    </>
  );
}

export function ReceivedCard({ board }: { board: Board }) {
  const { t } = useI18n();
  return (
    <Card
      title={t('rb.received')}
      aside={
        <>
          <HowCounted of={['sent', 'onTime', 'missing']} />
          <b>{`${sentCount(board)}/${board.units.length}`}</b>
        </>
      }
    >
      <div className="card-body">
        <Received units={board.units} />
        <OverTime board={board} />
      </div>
    </Card>
  );
}
