import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, CountField } from '../../ui/form.tsx';
import { dueBeforeOf, namedDay, type RuleValue, type ValueOf, type Wording, wordings } from './rule-kinds.ts';
import { type FieldsProps, useNumbers } from './rule-numbers.tsx';

const shifts = ['none', 'next', 'previous'] as const satisfies readonly ValueOf<'period'>['shift'][];

/** The directive's own wording, so that its day is typed as it stands there: "đến hết ngày 25" is with the 25th. */
function DueDay({ value, onChange, errorAt }: FieldsProps<'period'>) {
  const { t } = useI18n();
  const [wording, setWording] = useState<Wording>('before');
  const withDay = wording === 'until' ? 1 : 0;
  return (
    <>
      <Choice
        label={t('rules.f.wording')}
        required
        options={wordings.map((one) => ({ value: one, label: t(`rules.f.wording.${one}`) }))}
        value={wording}
        onChange={setWording}
      />
      <CountField
        label={t(`rules.f.due.${wording}`)}
        required
        min={2 - withDay}
        max={28 - withDay}
        error={errorAt('dueBeforeDay')}
        value={namedDay(value.dueBeforeDay, wording)}
        onChange={(day) => onChange({ ...value, dueBeforeDay: dueBeforeOf(day, wording) } as RuleValue)}
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
