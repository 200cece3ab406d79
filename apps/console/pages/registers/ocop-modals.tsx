import { Button, Modal, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Product } from './ocop-table.tsx';
import type { RegisterRow } from './registers-page.tsx';

const touches = ['/units/{unitId}/ocop-products', '/units/{unitId}/registers'] as const;

export function ProductModal({ hamlets, onClose }: { hamlets: readonly RegisterRow[]; onClose: () => void }) {
  const { t } = useI18n();
  const [unitId, setUnitId] = useState(hamlets[0]?.unit.id ?? null);
  const [name, setName] = useState('');
  const [owner, setOwner] = useState('');
  const [stars, setStars] = useState('3');
  const save = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/ocop-products', {
        params: { path: { unitId: unitId ?? '' }, header },
        body: { name: name.trim(), owner: owner.trim(), stars: Number(stars) },
      }),
    touches,
    done: () => {
      showNotice(t('ocop.added', { name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unitId) save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('ocop.add')} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <form className="form" onSubmit={submit}>
        <Select
          label={t('teams.col.hamlet')}
          searchable
          allowDeselect={false}
          data={hamlets.map((row) => ({ value: row.unit.id, label: row.unit.name }))}
          value={unitId}
          onChange={setUnitId}
        />
        <TextInput
          label={t('ocop.name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('ocop.owner')}
          required
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <Select
          label={t('ocop.stars')}
          allowDeselect={false}
          data={['3', '4', '5']}
          value={stars}
          onChange={(value) => value && setStars(value)}
        />
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

export function ListingModal({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [marketplace, setMarketplace] = useState('');
  const [link, setLink] = useState('');
  const [listedOn, setListedOn] = useState<string>(me.today);
  const save = useCommand({
    send: (_: void, header) =>
      client.POST('/ocop-products/{productId}/listing', {
        params: { path: { productId: product.id }, header },
        body: { marketplace: marketplace.trim(), listedOn, ...(link.trim() && { link: link.trim() }) },
      }),
    touches,
    done: () => {
      showNotice(t('ocop.recorded', { name: product.name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={product.name} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t('ocop.marketplace')}
          required
          value={marketplace}
          onChange={(event) => setMarketplace(event.currentTarget.value)}
        />
        <DatePickerInput
          label={t('ocop.listedOn')}
          valueFormat="D/M/YYYY"
          maxDate={me.today}
          value={listedOn}
          onChange={(day) => day && setListedOn(day)}
        />
        <TextInput
          label={t('ocop.link')}
          type="url"
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
