import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export type Unit = Schemas['UnitRef'];

export interface UnitFieldProps {
  unit: Unit | null;
  onChange: (unit: Unit | null) => void;
  label?: string;
  placeholder?: string;
  required?: boolean;
  /** Which units are offered. */
  listed?: (unit: Unit) => boolean;
}

/** All that can have posts. */
const isNoHamlet = ({ kind }: Unit): boolean => kind !== 'hamlet';

/** A unit of the reader's, found by typing; those of one name are told apart by where they stood. */
export function UnitField({
  unit,
  onChange,
  label,
  placeholder,
  required = true,
  listed = isNoHamlet,
}: UnitFieldProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [text, setText] = useState(unit?.fullName ?? '');
  const [q] = useDebouncedValue(text, 200);
  const query = api.useQuery('get', '/units', { params: { query: { q, under: post.unit.id, limit: 30 } } });
  const found = (query.data?.items ?? []).filter((one) => listed(one) && !one.validTo);
  const known = unit && !found.some(({ id }) => id === unit.id) ? [unit, ...found] : found;
  const isTwice = (name: string) => known.filter(({ fullName }) => fullName === name).length > 1;
  const labelOf = (one: Unit) => {
    const former = found.find(({ id }) => id === one.id)?.formerParent ?? found.find(({ id }) => id === one.id)?.parent;
    return former && isTwice(one.fullName) ? `${one.fullName} (${former.fullName})` : one.fullName;
  };
  return (
    <Select
      label={label ?? t('appoint.unit')}
      placeholder={placeholder ?? t('appoint.unitFind')}
      required={required}
      searchable
      clearable={!required}
      filter={({ options }) => options}
      description={query.data && known.length === 0 ? t('appoint.unitNone') : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      data={known.map((one) => ({ value: one.id, label: labelOf(one) }))}
      value={unit?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
    />
  );
}
