import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { endOcopProduct, listOcopProduct } from '#client/commands';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Choice, FormDialog, TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Product } from './register-rows.ts';
import { useRegisters } from './use-registers.ts';

const touches = ['/units/{unitId}/ocop-products', '/units/{unitId}/registers'] as const;

interface Draft {
  name: string;
  owner: string;
  stars: string;
}

const trimmed = ({ name, owner, stars }: Draft) => ({ name: name.trim(), owner: owner.trim(), stars: Number(stars) });

/** What the register says of a product, whether it is new or put right. */
function ProductFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useI18n();
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <>
      <TextField label={t('ocop.name')} required value={draft.name} onChange={(name) => set({ name })} />
      <TextField label={t('ocop.owner')} required value={draft.owner} onChange={(owner) => set({ owner })} />
      <Choice
        label={t('ocop.stars')}
        options={['3', '4', '5'].map((value) => ({ value, label: value }))}
        value={draft.stars}
        onChange={(stars) => set({ stars })}
      />
    </>
  );
}

/** The hamlets are searched on the server: an officer above a commune has thousands. */
function HamletField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const { rows } = useRegisters({ q, by: 'hamlet' });
  const first = rows[0]?.unit.id;
  useEffect(() => {
    if (value === null && first) onChange(first);
  }, [value, first, onChange]);
  return (
    <Select
      label={t('teams.col.hamlet')}
      data={rows.map((row) => ({ value: row.unit.id, label: row.unit.fullName }))}
      value={value}
      onChange={onChange}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      allowDeselect={false}
    />
  );
}

export function ProductModal({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft>({ name: '', owner: '', stars: '3' });
  const save = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/ocop-products', {
        params: { path: { unitId: unitId ?? '' }, header },
        body: trimmed(draft),
      }),
    touches,
    done: () => sayAndClose(t('ocop.added', { name: draft.name }), onClose),
  });
  const foot = { label: t('act.save'), busy: save.isPending, disabled: !unitId, onClose };
  return (
    <FormDialog title={t('ocop.add')} {...foot} onSubmit={() => save.mutate()}>
      <HamletField value={unitId} onChange={setUnitId} />
      <ProductFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}

/** A slip of the pen is put right; the product stays the same one. */
export function ChangeModal({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useI18n();
  const { name, owner, stars } = product;
  const [draft, setDraft] = useState<Draft>({ name, owner, stars: String(stars ?? 3) });
  const [reason, setReason] = useState('');
  const save = useCommand({
    send: (_: void, header) =>
      client.PATCH('/ocop-products/{productId}', {
        params: { path: { productId: product.id }, header },
        body: { ...trimmed(draft), reason: reason.trim() },
      }),
    touches,
    done: () => sayAndClose(t('ocop.changed', { name: draft.name }), onClose),
  });
  const foot = { label: t('act.save'), busy: save.isPending, onClose };
  return (
    <FormDialog title={t('ocop.changeTitle', { name })} {...foot} onSubmit={() => save.mutate()}>
      <ProductFields draft={draft} onChange={setDraft} />
      <TextField label={t('ocop.why')} required value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** The product leaves the register; what was counted before stays counted. */
export function EndModal({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <CommandForm
      route={endOcopProduct}
      path={{ productId: product.id }}
      touches={touches}
      title={t('ocop.endTitle', { name: product.name })}
      start={{ lastDay: me.today }}
      fields={{
        lastDay: { as: 'day', label: t('ocop.lastDay'), max: me.today },
        reason: { as: 'text', label: t('ocop.why') },
      }}
      label={t('ocop.end')}
      said={t('ocop.ended', { name: product.name })}
      onClose={onClose}
    />
  );
}

export function ListingModal({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <CommandForm
      route={listOcopProduct}
      path={{ productId: product.id }}
      touches={touches}
      title={product.name}
      start={{ listedOn: me.today }}
      fields={{
        marketplace: { as: 'text', label: t('ocop.marketplace') },
        listedOn: { as: 'day', label: t('ocop.listedOn'), max: me.today },
        link: { as: 'text', label: t('ocop.link'), type: 'url' },
      }}
      label={t('act.save')}
      said={t('ocop.recorded', { name: product.name })}
      onClose={onClose}
    />
  );
}
