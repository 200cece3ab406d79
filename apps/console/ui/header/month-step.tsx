import { useI18n } from '../../i18n/i18n.tsx';
import { PeriodStep } from './period-step.tsx';
import { monthAfter, monthText } from '../text/months.ts';

interface Props {
  month: string;
  before: string;
  after: string;
  onMonth: (month: string) => void;
  /** Beyond it there is nothing yet. */
  last?: string;
}

/** The month that is looked at, and the one before and after it. */
export function MonthStep({ month, before, after, onMonth, last }: Props) {
  const { t } = useI18n();
  const by = (months: number) => () => onMonth(monthAfter(month, months));
  return (
    <PeriodStep
      label={t('rep.month', { month: monthText(month) })}
      before={before}
      after={after}
      onBefore={by(-1)}
      onAfter={last !== undefined && month >= last ? undefined : by(1)}
    />
  );
}
