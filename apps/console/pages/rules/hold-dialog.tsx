import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type KeepingKind, keepingKinds } from '#contracts/organization/keeping-terms';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField } from '../../ui/form.tsx';
import { type Unit, UnitField } from '../../ui/fields/unit-field.tsx';
import { useHold } from './use-keeping.ts';

const MOST_REASON = 1000;
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

interface Chosen {
  way: Way;
  person: Found | null;
  unit: Unit | null;
  kind: KeepingKind | 'all' | null;
}
interface WhoseProps {
  chosen: Chosen;
  set: (part: Partial<Chosen>) => void;
}

/** Of whom, and of which rule: at least one of the two. */
function Whose({ chosen: { way, person, unit, kind }, set }: WhoseProps) {
  const { t } = useI18n();
  const kinds = keepingKinds.map((value) => ({ value, label: t(`rules.k.${value}`) }));
  return (
    <>
      <Choice<Way>
        label={t('keeping.holdBy')}
        required
        options={ways.map((value) => ({ value, label: t(`keeping.by.${value}`) }))}
        value={way}
        onChange={(next) => set({ way: next })}
      />
      {way === 'person' && <PersonField value={person} onChange={(next) => set({ person: next })} />}
      {way === 'unit' && <UnitField label={t('keeping.unit')} unit={unit} onChange={(next) => set({ unit: next })} />}
      <Choice<KeepingKind | 'all'>
        label={t('keeping.kind')}
        required
        options={way === 'kind' ? kinds : [{ value: 'all', label: t('keeping.kindAll') }, ...kinds]}
        value={way === 'kind' && kind === 'all' ? null : kind}
        onChange={(next) => set({ kind: next })}
      />
    </>
  );
}

/** What is sent, once it is whole. */
function bodyOf({ way, person, unit, kind }: Chosen) {
  const rule = kind && kind !== 'all' ? { kind } : {};
  if (way === 'person') return person && { personId: person.id, ...rule };
  if (way === 'unit') return unit && { unitId: unit.id, ...rule };
  return 'kind' in rule ? rule : null;
}

/** What stays, whatever its time, and why. */
export function HoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<Chosen>({ way: 'person', person: null, unit: null, kind: 'all' });
  const [reason, setReason] = useState('');
  const hold = useHold(onClose);
  const body = bodyOf(chosen);
  return (
    <FormDialog
      title={t('keeping.holdTitle')}
      label={t('keeping.hold')}
      onClose={onClose}
      onSubmit={() => body && hold.mutate({ ...body, reason: reason.trim() })}
      busy={hold.isPending}
      disabled={!body || reason.trim() === ''}
    >
      <Whose chosen={chosen} set={(part) => setChosen((now) => ({ ...now, ...part }))} />
      <NoteField
        label={t('keeping.reason')}
        description={t('keeping.reasonHint')}
        required
        maxLength={MOST_REASON}
        value={reason}
        onChange={setReason}
      />
      <p className="caption">{t('keeping.holdNote')}</p>
    </FormDialog>
  );
}
