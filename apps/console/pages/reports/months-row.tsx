import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { monthText } from '../../ui/text/months.ts';
import type { Report } from './report-facts.ts';

type Month = Report['months'][number];

const icons: Record<NonNullable<Month['state']>, IconName> = {
  accepted: 'check',
  submitted: 'send',
  returned: 'corner-up-left',
  draft: 'pencil',
};

function MonthChip({ month: { month, reportId, state } }: { month: Month }) {
  const { t } = useI18n();
  const name = t('rep.months.of', { month: monthText(month) });
  const word = t(`rep.months.${state ?? 'none'}`);
  const look = { className: 'month-chip num', 'data-state': state ?? 'none', title: `${name}: ${word}` };
  const text = (
    <>
      {state && <Icon name={icons[state]} size={14} />}
      {monthText(month)}
      <span className="visually-hidden">{word}</span>
    </>
  );
  return reportId ? (
    <Link to="/reports/$reportId" params={{ reportId }} {...look}>
      {text}
    </Link>
  ) : (
    <span {...look}>{text}</span>
  );
}

/** The months that a longer period is the sum of, each with how its report stands; each opens it. */
export function MonthsRow({ months }: { months: readonly Month[] }) {
  const { t } = useI18n();
  if (months.length === 0) return null;
  const sent = months.filter(({ state }) => state === 'submitted' || state === 'accepted').length;
  return (
    <div className="months-row">
      <ul aria-label={t('rep.months.label')}>
        {months.map((month) => (
          <li key={month.month}>
            <MonthChip month={month} />
          </li>
        ))}
      </ul>
      <span className="caption">{t('rep.months.sent', { a: sent, n: months.length })}</span>
    </div>
  );
}
