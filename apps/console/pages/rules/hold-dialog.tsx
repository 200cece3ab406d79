import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { holdRecords } from '#client/commands';
import { type KeepingKind, keepingKinds } from '#contracts/organization/keeping-terms';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { FieldsOf } from '../../ui/command/command-types.ts';
import { Choice } from '../../ui/form.tsx';
import { type Unit, UnitField } from '../../ui/fields/unit-field.tsx';

const ways = ['person', 'unit', 'kind'] as const;
type Way = (typeof ways)[number];

interface Found {
  id: string;
  label: string;
}

/** Found by typing; people of one name are told apart by where they are. */
function PersonField({ value, onChange }: { value: Found | null; onChange: (person: Found | null) => void }) {
  const { t } = useI18n();
  const [text, setText] = useState(value?.label ?? '');
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = api.useQuery('get', '/search', { params: { query: { q } } }, { enabled: q !== '' });
  const people = (query.data ?? [])
    .filter(({ kind }) => kind === 'person')
    .map(({ id, label, context }) => ({ id, label: [label, context].filter(Boolean).join(', ') }));
  const known = value && !people.some(({ id }) => id === value.id) ? [value, ...people] : people;
  return (
    <Select
      label={t('keeping.person')}
      placeholder={t('keeping.personFind')}
      required
      searchable
      filter={({ options }) => options}
      description={q !== '' && query.data && known.length === 0 ? t('keeping.personNone', { q }) : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      data={known.map(({ id, label }) => ({ value: id, label }))}
      value={value?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
    />
  );
}

interface KindFieldProps {
  way: Way;
  value: KeepingKind | null;
  onChange: (kind: KeepingKind | null) => void;
}

/** Of which rule; of all of them where a person or a unit is named. */
function KindField({ way, value, onChange }: KindFieldProps) {
  const { t } = useI18n();
  const kinds = keepingKinds.map((kind) => ({ value: kind, label: t(`rules.k.${kind}`) }));
  const isNamed = way !== 'kind';
  return (
    <Choice<KeepingKind | 'all'>
      label={t('keeping.kind')}
      required
      options={isNamed ? [{ value: 'all', label: t('keeping.kindAll') }, ...kinds] : kinds}
      value={value ?? (isNamed ? 'all' : null)}
      onChange={(next) => onChange(next === 'all' ? null : next)}
    />
  );
}

/** Of whom. What they are called is shown; which ones they are is sent. */
function useWhose(way: Way): FieldsOf<typeof holdRecords> {
  const { t } = useI18n();
  const [person, setPerson] = useState<Found | null>(null);
  const [unit, setUnit] = useState<Unit | null>(null);
  return {
    personId: way === 'person' && {
      as: 'own',
      required: true,
      forgets: true,
      show: ({ onChange }) => (
        <PersonField
          value={person}
          onChange={(next) => {
            setPerson(next);
            onChange(next?.id ?? null);
          }}
        />
      ),
    },
    unitId: way === 'unit' && {
      as: 'own',
      required: true,
      forgets: true,
      show: ({ onChange }) => (
        <UnitField
          label={t('keeping.unit')}
          unit={unit}
          onChange={(next) => {
            setUnit(next);
            onChange(next?.id ?? null);
          }}
        />
      ),
    },
  };
}

/** What stays, whatever its time, and why. */
export function HoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const [way, setWay] = useState<Way>('person');
  const whose = useWhose(way);
  return (
    <CommandForm
      route={holdRecords}
      touches={['/keeping']}
      title={t('keeping.holdTitle')}
      text={
        <Choice<Way>
          label={t('keeping.holdBy')}
          required
          options={ways.map((value) => ({ value, label: t(`keeping.by.${value}`) }))}
          value={way}
          onChange={setWay}
        />
      }
      fields={{
        ...whose,
        kind: {
          as: 'own',
          required: way === 'kind',
          show: ({ value, onChange }) => <KindField way={way} value={value} onChange={onChange} />,
        },
        reason: { as: 'note', label: t('keeping.reason'), description: t('keeping.reasonHint') },
      }}
      label={t('keeping.hold')}
      said={t('keeping.held')}
      onClose={onClose}
    >
      <p className="caption">{t('keeping.holdNote')}</p>
    </CommandForm>
  );
}
