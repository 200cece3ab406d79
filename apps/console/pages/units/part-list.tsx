/** What stands in a unit; who keeps it chooses several and ends them together. */
import { Button, Checkbox } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useOwnHamlets } from './hamlet-acts.tsx';
import { notesOf, type Part } from './unit-tree.tsx';

type Unit = Schemas['Unit'];

const CloseMany = later(() => import('./close-many.tsx'), 'CloseMany', ['bulk', 'channels', 'sendRequests']);

interface PartProps {
  part: Part;
  note: string | undefined;
  /** Undefined where it is not for the reader to end it. */
  chosen: boolean | undefined;
  onChoose: (chosen: boolean) => void;
  onOpen: () => void;
}

function PartRow({ part: { fullName, code }, note, chosen, onChoose, onOpen }: PartProps) {
  const { t } = useI18n();
  return (
    <li data-chosen={chosen || undefined}>
      {chosen !== undefined && (
        <Checkbox
          aria-label={t('units.choosePart', { name: note ? `${fullName} (${note})` : fullName })}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      <button type="button" className="link" onClick={onOpen}>
        {fullName}
      </button>{' '}
      {note && <span className="caption">({note})</span>}
      <span className="caption num">{code}</span>
    </li>
  );
}

interface BarProps {
  unit: Unit;
  parts: readonly Part[];
  chosen: readonly Part[];
  own: boolean;
  onChosen: (ids: ReadonlySet<string>) => void;
}

/** "Đã chọn 3 thôn": stays above the list, so that the first tick moves nothing. */
function Bar({ unit, parts, chosen, own, onChosen }: BarProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState<readonly Part[]>();
  const n = chosen.length;
  return (
    <div className="unit-chosen" role="toolbar" aria-label={t('units.closeMany')}>
      <Checkbox
        label={n > 0 ? t('units.chosen', { n }) : t('units.chooseAll', { n: parts.length })}
        checked={n === parts.length}
        indeterminate={n > 0 && n < parts.length}
        onChange={() => onChosen(new Set(n === parts.length ? [] : parts.map(({ id }) => id)))}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="circle-off" size={15} />}
        disabled={n === 0}
        onClick={() => setOpen(chosen)}
      >
        {t('units.closeMany')}
      </Button>
      <Suspense>{open && <CloseMany unit={unit} parts={open} own={own} onClose={() => setOpen(undefined)} />}</Suspense>
    </div>
  );
}

interface ListProps {
  unit: Unit;
  query: {
    data: Part[] | undefined;
    error: unknown;
    isPending: boolean;
    dataUpdatedAt: number;
    refetch: () => unknown;
  };
  /** Today, and of a unit that has not ended. */
  mayEnd: boolean;
  onOpen: (unitId: string) => void;
}

export function PartList({ unit, query, mayEnd, onOpen }: ListProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const own = useOwnHamlets(unit);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const canEnd = mayEnd && (may('unit.manage') || (own && unit.kind === 'commune'));
  const choose = (id: string, isChosen: boolean) =>
    setIds((now) => new Set(isChosen ? [...now, id] : [...now].filter((one) => one !== id)));
  return (
    <Loaded query={query} rows={6}>
      {(parts) => {
        const notes = notesOf(parts, (parent) => t('units.former', { parent }));
        const chosen = parts.filter(({ id }) => ids.has(id));
        if (parts.length === 0)
          return (
            <p className="unit-none muted">{t(unit.kind === 'commune' ? 'units.noPartsHamlets' : 'units.noParts')}</p>
          );
        return (
          <>
            {canEnd && <Bar unit={unit} parts={parts} chosen={chosen} own={own} onChosen={setIds} />}
            <ul className="unit-parts">
              {parts.map((part) => (
                <PartRow
                  key={part.id}
                  part={part}
                  note={notes.get(part.id)}
                  chosen={canEnd ? ids.has(part.id) : undefined}
                  onChoose={(isChosen) => choose(part.id, isChosen)}
                  onOpen={() => onOpen(part.id)}
                />
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
