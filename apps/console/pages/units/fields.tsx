/** What every change of a unit asks: from which day, by which document, and where to. */
import { Autocomplete, MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField } from '../../ui/form.tsx';
import type { Kind } from './unit-kinds.ts';

type UnitRef = Schemas['UnitRef'];

/** A registered document of the unit or of one above it, or what the paper says of itself. */
export function BasisField({
  unitId,
  value,
  onChange,
}: {
  unitId: string;
  value: string;
  onChange: (basis: string) => void;
}) {
  const { t } = useI18n();
  const { directives } = useDirectives(unitId);
  return (
    <Autocomplete
      required
      label={t('units.basis')}
      description={t('units.basisHint')}
      data={[...new Set(directives.map(({ citation }) => citation))]}
      value={value}
      onChange={onChange}
      limit={8}
    />
  );
}

/** The day, and what it means that it has gone by or has not come. */
export function FromField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const note =
    value > me.today
      ? t('units.changeable', { day: formatDate(addDays(value, -1), lang, { withYear: true }) })
      : value < me.today
        ? t('units.past')
        : undefined;
  return (
    <DayField
      required
      label={label}
      description={note}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      onChange={onChange}
    />
  );
}

/** The verb, or the later day on which it will hold. */
export function useActLabel(verb: string, from: string): string {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  return from > me.today ? t('units.setFrom', { day: formatDate(from, lang, { withYear: true }) }) : verb;
}

function useUnitsFound(kinds: readonly Kind[], typed: string, except: readonly string[]): UnitRef[] {
  const [q] = useDebouncedValue(typed, 200);
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const { data } = api.useQuery('get', '/units', {
    params: { query: { limit: 50, ...(q && { q }), ...(only && { kind: only }) } },
  });
  return (data?.items ?? []).filter(
    ({ id, kind, validTo }) => !except.includes(id) && !validTo && kinds.includes(kind),
  );
}

interface PickProps {
  label: string;
  kinds: readonly Kind[];
  except: readonly string[];
}

const optionsOf = (units: readonly UnitRef[]) =>
  [...new Map(units.map((unit) => [unit.id, unit])).values()].map(({ id, fullName }) => ({
    value: id,
    label: fullName,
  }));

export function UnitField({
  label,
  kinds,
  except,
  value,
  onChange,
}: PickProps & { value: UnitRef | null; onChange: (unit: UnitRef | null) => void }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const found = useUnitsFound(kinds, value && typed === value.fullName ? '' : typed, except);
  const units = value ? [value, ...found] : found;
  return (
    <Select
      required
      searchable
      label={label}
      placeholder={t('form.choose')}
      data={optionsOf(units)}
      value={value?.id ?? null}
      onChange={(chosen) => onChange(units.find(({ id }) => id === chosen) ?? null)}
      onSearchChange={setTyped}
      filter={({ options }) => options}
    />
  );
}

export function UnitsField({
  label,
  description,
  kinds,
  except,
  value,
  onChange,
}: PickProps & { description: string; value: UnitRef[]; onChange: (units: UnitRef[]) => void }) {
  const [typed, setTyped] = useState('');
  const units = [...value, ...useUnitsFound(kinds, typed, except)];
  return (
    <MultiSelect
      searchable
      label={label}
      description={description}
      data={optionsOf(units)}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((chosen) => units.find(({ id }) => id === chosen) ?? []))}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      maxValues={20}
    />
  );
}
