import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { DayField, TextField } from '../../ui/form.tsx';
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
        <TextField
          label={t('decision.numberLabel')}
          placeholder={t('decision.numberHint')}
          required={required}
          value={value.number}
          onChange={(number) => onChange({ ...value, number })}
        />
        <DayField
          label={t('decision.dateLabel')}
          required={required}
          maxDate={me.today}
          value={value.signedOn}
          onChange={(signedOn) => onChange({ ...value, signedOn })}
        />
      </div>
      <TextField
        label={t('decision.signerLabel')}
        placeholder={t('decision.signerHint')}
        required={required}
        value={value.signer}
        onChange={(signer) => onChange({ ...value, signer })}
      />
    </>
  );
}

/** The same where one command is sent. */
export function useDecisionFields() {
  const { t } = useI18n();
  const { me } = useIdentity();
  return {
    number: { as: 'text', half: true, label: t('decision.numberLabel'), placeholder: t('decision.numberHint') },
    signedOn: { as: 'day', half: true, required: true, label: t('decision.dateLabel'), max: me.today },
    signer: { as: 'text', label: t('decision.signerLabel'), placeholder: t('decision.signerHint') },
  } as const;
}
