import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { Loaded, MaskedPhone } from '../../ui/states.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { lowerFirst } from '#i18n/first-letters';
import { type Cell, type Chosen, sharedWith, useCell } from './use-coverage.ts';

const NAMED = 8;

function Missing({ hamlets }: { hamlets: Cell['hamlets'] }) {
  const { t } = useI18n();
  const missing = hamlets.filter(({ covered }) => !covered).map(({ unit }) => unit.fullName);
  if (missing.length === 0) return null;
  return (
    <section>
      <h3 className="coverage-missing">{t('providers.missing', { n: missing.length })}</h3>
      <p>{nameList(t, missing, NAMED)}</p>
    </section>
  );
}

function People({ cell, onAdd }: { cell: Cell; onAdd: () => void }) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  return (
    <section>
      <h3>{t('providers.people')}</h3>
      {cell.people.length === 0 && <p className="muted">{t('providers.nobody')}</p>}
      {cell.people.map(({ person, phoneMasked, lastSeenAt }) => (
        <p key={person.id}>
          {[person.fullName, person.position].filter(Boolean).join(', ')}
          <span className="cell-2">
            {phoneMasked && (
              <>
                <MaskedPhone masked={phoneMasked} /> ·{' '}
              </>
            )}
            {lastSeenAt
              ? t('providers.lastSeen', { day: formatDate(dateInVietnam(lastSeenAt), lang) })
              : t('providers.neverSeen')}
          </span>
        </p>
      ))}
      {may('post.manage') && (
        <button type="button" className="link" onClick={onAdd}>
          {t('providers.addPerson')}
        </button>
      )}
    </section>
  );
}

function Done({ cell }: { cell: Cell }) {
  const { t, n } = useI18n();
  const { all, answered, overdue, daysLate } = cell.difficulties;
  const lines = [
    { label: t('providers.sessions'), value: n(cell.sessions) },
    ...(cell.provider.kind === 'telecom' || all > 0
      ? [{ label: t('providers.difficulties'), value: `${n(answered)}/${n(all)}` }]
      : []),
    { label: t('providers.joint'), value: n(cell.jointTasks) },
  ];
  return (
    <section>
      <h3>{t('providers.done', { month: Number(cell.month.slice(5)) })}</h3>
      <dl className="coverage-done">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {overdue > 0 && (
        <p className="coverage-late">
          <Icon name="clock" size={16} /> {t('providers.late', { n: overdue, days: daysLate })}
        </p>
      )}
    </section>
  );
}

function useCovers({ hamlets, from }: Cell): string {
  const { t, lang } = useI18n();
  const covered = hamlets.filter((one) => one.covered).length;
  if (covered === 0 || from === null) return t('providers.coversNone');
  return t('providers.covers', { n: covered, all: hamlets.length, day: formatDate(from, lang, { withYear: true }) });
}

interface DetailProps {
  cell: Cell;
  onClose: () => void;
}

function Detail({ cell, onClose }: DetailProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const covers = useCovers(cell);
  const [open, setOpen] = useState<'edit' | 'person' | null>(null);
  const { provider, unit, hamlets } = cell;
  return (
    <>
      <div className="coverage-head">
        <div>
          <h2>{t('providers.at', { provider: provider.name, unit: lowerFirst(unit.fullName) })}</h2>
          <p className="cell-2">{covers}</p>
        </div>
        <button type="button" className="coverage-close" aria-label={t('providers.close')} onClick={onClose}>
          <Icon name="x" size={18} />
        </button>
      </div>
      <div className="coverage-body">
        <Missing hamlets={hamlets} />
        {sharedWith(hamlets).map((other) => (
          <p key={other.name} className="caption">
            {t('providers.both', other)}
          </p>
        ))}
        <People cell={cell} onAdd={() => setOpen('person')} />
        <Done cell={cell} />
        {may('unit.manage') && (
          <Button fullWidth variant="default" leftSection={<Icon name="pencil" />} onClick={() => setOpen('edit')}>
            {t('providers.edit')}
          </Button>
        )}
      </div>
      {provider.kind === 'telecom' && <div className="card-foot">{t('providers.route')}</div>}
      {open === 'edit' && <EditDialog cell={cell} onClose={() => setOpen(null)} />}
      {open === 'person' && <PersonDialog cell={cell} onClose={() => setOpen(null)} />}
    </>
  );
}

/** A provider at a commune: what it does not cover, who works there, what they did this month. */
export function CellPanel({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const query = useCell(chosen);
  return (
    <Card className="coverage-panel">
      <Loaded query={query} rows={8}>
        {(cell) => <Detail cell={cell} onClose={onClose} />}
      </Loaded>
    </Card>
  );
}
