import { Link } from '@tanstack/react-router';
import { percentOf } from '#i18n';
import { api } from '../../api/client.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { type Board, daysSpan, latestFirst, sentCount, statusLooks, type Unit } from './board-facts.ts';

const monthsShown = 4;

function Count({ board, status, value }: { board: Board; status: Unit['status']; value: number }) {
  const { t, n } = useI18n();
  const span = daysSpan(board.units, status);
  const days =
    span && (span[0] === span[1] ? t('rb.days', { n: span[0] }) : t('rb.daysSpan', { a: span[0], b: span[1] }));
  const share = `${percentOf(value, board.units.length)}%`;
  return (
    <li>
      <span className="count-name">
        <i data-status={status} /> {t(statusLooks[status].word)}
      </span>
      <strong>{n(value)}</strong>
      <span className="caption">{status === 'on_time' || status === 'not_due' ? share : (days ?? '')}</span>
    </li>
  );
}

function Square({ unit }: { unit: Unit }) {
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
  const months = (data?.months ?? [])
    .filter(({ onTime, late, missing }) => onTime + late + missing > 0)
    .slice(-monthsShown);
  if (months.length < 2) return null;
  return (
    <ul className="over-time" aria-label={t('rb.overTime')}>
      {months.map(({ month, onTime, late, missing }) => {
        const all = onTime + late + missing;
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

/** Who is on time, late and missing: counts, and one square per unit. */
export function ReceivedCard({ board }: { board: Board }) {
  const { t } = useI18n();
  const notDue = board.units.filter(({ status }) => status === 'not_due').length;
  const missing = board.units.filter(({ status }) => status === 'missing').length;
  return (
    <Card title={t('rb.received')} aside={<b>{`${sentCount(board)}/${board.units.length}`}</b>}>
      <div className="card-body">
        <ul className="received-counts">
          <Count board={board} status="on_time" value={board.counts.onTime} />
          <Count board={board} status="late" value={board.counts.late} />
          {notDue > 0 && <Count board={board} status="not_due" value={notDue} />}
          {(missing > 0 || notDue === 0) && <Count board={board} status="missing" value={missing} />}
        </ul>
        <div className="squares">
          {latestFirst(board.units).map((unit) => (
            <Square key={unit.unit.id} unit={unit} />
          ))}
        </div>
        <p className="caption">{t('rb.squares')}</p>
        <OverTime board={board} />
      </div>
    </Card>
  );
}
