import { TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export type DecisionDraft = Schemas['DecisionInput'];

export const noDecision = (today: string): DecisionDraft => ({ number: '', signedOn: today, signer: '' });
export const decisionComplete = (decision: DecisionDraft): boolean =>
  Boolean(decision.number.trim() && decision.signer.trim() && decision.signedOn);

/** Number, date and signer: what makes a team exist. */
export function DecisionFields({
  value,
  onChange,
  required = true,
}: {
  value: DecisionDraft;
  onChange: (value: DecisionDraft) => void;
  required?: boolean;
}) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <>
      <div className="field-row">
        <TextInput
          label={t('decision.numberLabel')}
          placeholder={t('decision.numberHint')}
          required={required}
          value={value.number}
          onChange={(event) => onChange({ ...value, number: event.currentTarget.value })}
        />
        <DatePickerInput
          label={t('decision.dateLabel')}
          valueFormat="D/M/YYYY"
          required={required}
          maxDate={me.today}
          value={value.signedOn}
          onChange={(day) => onChange({ ...value, signedOn: day ?? '' })}
        />
      </div>
      <TextInput
        label={t('decision.signerLabel')}
        placeholder={t('decision.signerHint')}
        required={required}
        value={value.signer}
        onChange={(event) => onChange({ ...value, signer: event.currentTarget.value })}
      />
    </>
  );
}
