import { Checkbox } from '@mantine/core';
import { Choice, CountField, DayField, NoteField, TextField } from '../form.tsx';
import type { AnyField, Bounds } from './command-types.ts';
import { isNeeded } from './values.ts';

interface Props {
  field: AnyField;
  bounds: Bounds | undefined;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface ChoiceFieldProps {
  label: string;
  field: Extract<AnyField, { as: 'choice' }>;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A select knows texts alone; numbers go out as they came in. */
function ChoiceField({ field, value, onChange, ...all }: ChoiceFieldProps) {
  const options = field.options.map((option) => ({ value: String(option.value), label: option.label }));
  return (
    <Choice
      {...all}
      searchable={field.searchable}
      options={options}
      value={value == null ? null : String(value)}
      onChange={(chosen) => onChange(field.options.find((option) => String(option.value) === chosen)?.value)}
    />
  );
}

/** One field of a form, with what the contract says of it. */
export function CommandField({ field, bounds, value, error, onChange }: Props) {
  if (field.as === 'own') return field.show({ value: value ?? null, error, onChange });
  const { label, description, focus } = field;
  const focused = focus && { 'data-autofocus': true };
  const all = { label, description, error, onChange, required: isNeeded(field, bounds), ...focused };
  const text = { ...all, maxLength: bounds?.max, value: stringOf(value) ?? '' };
  switch (field.as) {
    case 'note':
      return <NoteField {...text} placeholder={field.placeholder} />;
    case 'text':
      return <TextField {...text} type={field.type} placeholder={field.placeholder} />;
    case 'count': {
      const count = typeof value === 'number' ? value : null;
      return <CountField {...all} min={bounds?.min} max={bounds?.max} suffix={field.suffix} value={count} />;
    }
    case 'day':
      return (
        <DayField
          {...all}
          minDate={field.min}
          maxDate={field.max}
          placeholder={field.placeholder}
          defaultDate={field.opensAt}
          value={stringOf(value)}
        />
      );
    case 'choice':
      return <ChoiceField {...all} field={field} value={value} />;
    case 'check':
      return (
        <Checkbox
          label={label}
          description={description}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
  }
}
