import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog } from '../../../ui/form.tsx';
import { lineName } from '../flow/flow-targets.ts';
import type { Found } from './line-form.ts';
import { heirsOf, type Pick } from './offers.ts';
import type { Line, Reform } from '../reform-looks.ts';
import { foldedFilter, UnitPick } from './unit-pick.tsx';

interface Props {
  reform: Reform;
  lines: readonly Line[];
  pick: Pick;
  title: string;
  busy: boolean;
  onClose: () => void;
  onPick: (chosen: string) => void;
}

/** Which old unit a line means, by what is typed of its name or code; or which new one takes it. */
export function PickDialog({ reform, lines, pick, title, busy, onClose, onPick }: Props) {
  const { t } = useI18n();
  const [old, setOld] = useState<Found | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const [heir, setHeir] = useState<string | null>(null);
  const chosen = pick.of === 'old' ? (old?.id ?? null) : heir;
  return (
    <FormDialog
      title={title}
      label={t('ur.pick.take')}
      busy={busy}
      disabled={!chosen}
      onClose={onClose}
      onSubmit={() => chosen && onPick(chosen)}
    >
      {pick.of === 'old' ? (
        <UnitPick
          inputRef={first}
          label={t('ur.pick.old')}
          reform={reform}
          kinds={['commune', 'district', 'province']}
          value={old}
          onPick={setOld}
        />
      ) : (
        <Select
          data-autofocus
          label={t('ur.pick.new')}
          searchable
          filter={foldedFilter}
          data={heirOptions(lines)}
          nothingFoundMessage={t('ur.pick.none')}
          value={heir}
          onChange={setHeir}
        />
      )}
    </FormDialog>
  );
}

export const heirOptions = (lines: readonly Line[]): { value: string; label: string }[] =>
  heirsOf(lines).map((line) => ({
    value: String(line.position),
    label: [lineName(line), line.code].filter(Boolean).join(', '),
  }));
