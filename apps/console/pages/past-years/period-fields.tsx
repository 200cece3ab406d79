import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import { type When, WHOLE_YEAR } from './past-rows.ts';

/** So far back one can say it here; a file may say more. */
const YEARS = 15;

/** Of which month or year all rows are that do not say it themselves. Nothing is chosen beforehand. */
export function PeriodFields({ when, onWhen }: { when: When; onWhen: (when: When) => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const last = Number(me.today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => String(last - back));
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  return (
    <div className="field-row">
      <Choice
        label={t('pastYears.ofYear')}
        options={years.map((value) => ({ value, label: value }))}
        value={when.year}
        onChange={(year) => onWhen({ ...when, year })}
      />
      <Choice
        label={t('pastYears.ofMonth')}
        options={[
          { value: WHOLE_YEAR, label: t('pastYears.wholeYear') },
          ...months.map((value) => ({ value, label: t('pastYears.month', { month: Number(value) }) })),
        ]}
        value={when.month}
        onChange={(month) => onWhen({ ...when, month })}
      />
    </div>
  );
}
