/** Fields of numbers, as the forms of rules share them. */
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { CountField } from '../../ui/form.tsx';
import type { RuleValue, ValueOf } from './rule-kinds.ts';

export interface FieldsProps<K extends RuleKind> {
  value: ValueOf<K>;
  /** What holds now, in words. */
  hint: string;
  onChange: (value: RuleValue) => void;
  errorAt: (field: string) => string | undefined;
}

type NumberKey<V> = { [K in keyof V]: V[K] extends number | undefined ? K : never }[keyof V] & string;

/** A number of the rule; what is emptied is nothing until it is typed anew. */
export function useNumbers<K extends RuleKind>({ value, onChange, errorAt }: FieldsProps<K>) {
  return (
    key: NumberKey<ValueOf<K>>,
    label: string,
    more: { min?: number; max?: number; description?: string; suffix?: string } = {},
  ) => (
    <CountField
      key={key}
      label={label}
      required
      min={1}
      {...more}
      error={errorAt(key)}
      value={(value as unknown as Record<string, number | null>)[key] ?? null}
      onChange={(typed) => onChange({ ...value, [key]: typed } as RuleValue)}
    />
  );
}
