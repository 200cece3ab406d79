import { dueBeforeOf, type DueWording, dueWordings, namedDueDay } from '#contracts/reporting/due-days';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, CountField } from '../../ui/form.tsx';
import type { RuleValue, ValueOf } from './rule-kinds.ts';
import { type FieldsProps, useNumbers } from './rule-numbers.tsx';

const shifts = ['none', 'next', 'previous'] as const satisfies readonly ValueOf<'period'>['shift'][];

const worded = (value: ValueOf<'period'>, named: number | null, wording: DueWording): RuleValue =>
  ({ ...value, wording, dueBeforeDay: dueBeforeOf(named, wording) }) as RuleValue;

/** The directive's own wording, so that its day is typed as it stands there: "đến hết ngày 25" is with the 25th. */
function DueDay({ value, onChange, errorAt }: FieldsProps<'period'>) {
  const { t } = useI18n();
  const { wording = 'before' } = value;
  const withDay = wording === 'until' ? 1 : 0;
  return (
    <>
      <Choice
        label={t('rules.f.wording')}
        required
        options={dueWordings.map((one) => ({ value: one, label: t(`rules.f.wording.${one}`) }))}
        value={wording}
        // What the directive says stays as typed: "trước 25" becomes "đến hết 25", which is a day more.
        onChange={(next) => onChange(worded(value, namedDueDay(value.dueBeforeDay, wording), next))}
      />
      <CountField
        label={t(`rules.f.due.${wording}`)}
        required
        min={2 - withDay}
        max={28 - withDay}
        error={errorAt('dueBeforeDay')}
        value={namedDueDay(value.dueBeforeDay, wording)}
        onChange={(day) => onChange(worded(value, day, wording))}
      />
    </>
  );
}

export function PeriodFields(props: FieldsProps<'period'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, onChange } = props;
  return (
    <>
      {number('windowStartDay', t('rules.f.windowStart'), { max: 28, description: props.hint })}
      <DueDay {...props} />
      <div className="rule-wide">
        <Choice
          label={t('rules.f.shift')}
          required
          options={shifts.map((shift) => ({ value: shift, label: t(`rules.f.shift.${shift}`) }))}
          value={value.shift}
          onChange={(shift) => onChange({ ...value, shift })}
        />
      </div>
    </>
  );
}
