import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { addOcopProduct, changeOcopProduct, endOcopProduct, listOcopProduct } from '#client/commands';
import { useIdentity } from '../../api/me.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Product } from './register-rows.ts';
import { useRegisters } from './use-registers.ts';

const touches = ['/units/{unitId}/ocop-products', '/units/{unitId}/registers'] as const;

/** What the register says of a product, whether it is new or put right. */
function useProductFields() {
  const { t } = useI18n();
  return {
    name: { as: 'text', required: true, label: t('ocop.name') },
    owner: { as: 'text', required: true, label: t('ocop.owner') },
    stars: { as: 'choice', label: t('ocop.stars'), options: [3, 4, 5].map((n) => ({ value: n, label: String(n) })) },
  } as const;
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
  const fields = useProductFields();
  return (
    <CommandForm
      route={addOcopProduct}
      path="chosen"
      touches={touches}
      title={t('ocop.add')}
      start={{ stars: 3 }}
      fields={{
        unitId: {
          as: 'own',
          forgets: true,
          show: ({ value, onChange }) => <HamletField value={value} onChange={onChange} />,
        },
        ...fields,
      }}
      label={t('act.save')}
      said={(_, { name }) => t('ocop.added', { name: name ?? '' })}
      onClose={onClose}
    />
  );
}

/** A slip of the pen is put right; the product stays the same one. */
export function ChangeModal({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useI18n();
  const fields = useProductFields();
  const { id, name, owner, stars } = product;
  return (
    <CommandForm
      route={changeOcopProduct}
      path={{ productId: id }}
      touches={touches}
      title={t('ocop.changeTitle', { name })}
      start={{ name, owner, stars: stars ?? 3 }}
      fields={{ ...fields, reason: { as: 'text', label: t('ocop.why') } }}
      label={t('act.save')}
      said={(_, values) => t('ocop.changed', { name: values.name ?? name })}
      onClose={onClose}
    />
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
