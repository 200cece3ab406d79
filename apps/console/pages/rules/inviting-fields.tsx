import { MOST_SLIPS } from '#contracts/access/inviting';
import { useI18n } from '../../i18n/i18n.tsx';
import { type FieldsProps, useNumbers } from './rule-numbers.tsx';

/** When inviting members is done, and how it goes on paper. */
export function InvitingFields(props: FieldsProps<'inviting'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, hint } = props;
  return (
    <>
      {number('donePercent', t('rules.f.donePercent'), { min: 50, max: 100, suffix: ' %', description: hint })}
      {number('slipsAtOnce', t('rules.f.slipsAtOnce'), { min: 8, max: MOST_SLIPS })}
      {number('slipDays', t('rules.f.slipDays'), {
        min: 3,
        max: 90,
        suffix: ` ${t('rules.u.days', { n: value.slipDays })}`,
      })}
    </>
  );
}
