import { type OptionsFilter, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { withType } from './divide-places.ts';
import { heirsOf, type Pick } from './offers.ts';
import type { Line, Reform } from './reform-looks.ts';

const asTheyCome: OptionsFilter = ({ options }) => options;

/** Found by what is typed, below the reform's unit. */
function useUnits(reform: Reform, enabled: boolean) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const query = api.useQuery(
    'get',
    '/units',
    { params: { query: { q: asked, under: reform.unit.id, limit: 50 } } },
    { enabled: enabled && asked !== '', placeholderData: keepPreviousData },
  );
  const units = (query.data?.items ?? []).filter(({ kind }) => kind !== 'hamlet');
  return {
    isAsked: asked !== '',
    data: units.map(({ id, fullName, code, parent }) => ({
      value: id,
      label: [code, fullName, parent?.fullName].filter(Boolean).join(', '),
    })),
    // The server has looked already.
    search: { filter: asTheyCome, searchValue: typed, onSearchChange: setTyped },
  };
}

/** Which old unit a line means, by what is typed of its name or code; or which new one takes it. */
export function PickDialog({
  reform,
  lines,
  pick,
  title,
  busy,
  onClose,
  onPick,
}: {
  reform: Reform;
  lines: readonly Line[];
  pick: Pick;
  title: string;
  busy: boolean;
  onClose: () => void;
  onPick: (chosen: string) => void;
}) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<string | null>(null);
  const old = pick.of === 'old';
  const units = useUnits(reform, old);
  const heirs = heirsOf(lines).map(({ position, type, name, code }) => ({
    value: String(position),
    label: [withType(type ?? '', name ?? ''), code].filter(Boolean).join(', '),
  }));
  return (
    <FormDialog
      title={title}
      label={t('ur.pick.take')}
      busy={busy}
      disabled={!chosen}
      onClose={onClose}
      onSubmit={() => chosen && onPick(chosen)}
    >
      <Select
        data-autofocus
        label={t(old ? 'ur.pick.old' : 'ur.pick.new')}
        description={old ? t('ur.pick.hint') : undefined}
        searchable
        data={old ? units.data : heirs}
        {...(old && units.search)}
        nothingFoundMessage={old && !units.isAsked ? undefined : t('ur.pick.none')}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
