import { MultiSelect } from '@mantine/core';
import { officerRoles } from '#contracts/enums';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import type { RuleValue, ValueOf } from './rule-kinds.ts';

interface Props {
  value: ValueOf<'secondFactor'>;
  /** What holds now, in words. */
  hint: string;
  onChange: (value: RuleValue) => void;
}

/** Of whom a second factor is required, and whether others show their password again. */
export function FactorFields({ value, hint, onChange }: Props) {
  const { t } = useI18n();
  return (
    <>
      <MultiSelect
        className="rule-wide"
        label={t('rules.f.factorRoles')}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={officerRoles.map((role) => ({ value: role, label: t(`rules.f.factorRole.${role}`) }))}
        value={value.roles}
        onChange={(roles) => onChange({ ...value, roles: roles as typeof value.roles })}
      />
      <div className="rule-wide">
        <Choice
          label={t('rules.f.askAgain')}
          required
          options={(['on', 'off'] as const).map((which) => ({ value: which, label: t(`rules.f.askAgain.${which}`) }))}
          value={value.askAgain ? 'on' : 'off'}
          onChange={(which) => onChange({ ...value, askAgain: which === 'on' })}
        />
      </div>
    </>
  );
}
