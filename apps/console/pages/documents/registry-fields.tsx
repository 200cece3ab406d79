import '@mantine/dates/styles.css';
import { DatePickerInput } from '@mantine/dates';
import { useI18n } from '../../i18n/i18n.tsx';
import { CountField } from '../../ui/form.tsx';

export interface Registry {
  number: number | null;
  issuedOn: string | null;
}
export const noRegistry: Registry = { number: null, issuedOn: null };

/** The same, as the API asks for it. */
export const asAsked = ({ number, issuedOn }: Registry) => ({
  ...(number !== null && { number }),
  ...(issuedOn !== null && { issuedOn }),
});

/** Number and day that the registry gave; both may stay open. */
export function RegistryFields({ value, onChange }: { value: Registry; onChange: (value: Registry) => void }) {
  const { t } = useI18n();
  return (
    <>
      <CountField
        label={t('doc.number')}
        min={1}
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
      />
      <DatePickerInput
        label={t('doc.issuedOn')}
        placeholder={t('doc.noDay')}
        valueFormat="D/M/YYYY"
        value={value.issuedOn}
        clearable
        clearButtonProps={{ 'aria-label': t('doc.clearDay') }}
        onChange={(day) => onChange({ ...value, issuedOn: day && String(day) })}
      />
    </>
  );
}
