import { Button } from '@mantine/core';
import { useState } from 'react';
import { type TakeoverNumber, takeoverNumbers } from '#contracts/membership/takeover-kinds';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { gapText } from '../../ui/text/gap-text.ts';
import { type PlainColumn, PlainTable } from '../../ui/table/plain-table.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { lowerFirst } from '#i18n/first-letters';
import { useReceivedName } from './unit-words.ts';

type Received = Schemas['TakeoverReceived'];
type From = Received['units'][number];
interface Opened {
  number: TakeoverNumber;
  from?: From;
}

function useMissing(): (missing: From['missing']) => string {
  const { t } = useI18n();
  return (missing) =>
    missing
      .map(({ kind, need, role, affiliation, count, first }) => {
        if (kind === 'no_team') return t(count === 1 ? 'takeover.noTeam' : 'takeover.noTeams', { n: count, first });
        const gap = lowerFirst(gapText(t, { kind, have: 0, need, role, affiliation }));
        return t(count === 1 ? 'takeover.gapIn' : 'takeover.gapsIn', { n: count, first, gap });
      })
      .join('; ');
}

/** What one number counts, as far as it is scrolled. */
function ListOf({ opened: { number, from }, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const unitId = post.unit.id;
  const path = '/units/{unitId}/takeover/received/items';
  const fromId = from?.unit.id;
  const pages = usePages<Schemas['TakeoverReceivedItem'], Schemas['TakeoverReceivedPage']>(
    path,
    { unitId, number, fromId },
    (cursor) =>
      client.GET(path, {
        params: { path: { unitId }, query: { number, limit: 100, ...(fromId && { fromId }), ...cursor } },
      }),
  );
  const title = t('takeover.list', { what: t(`takeover.col.${number}`), n: pages.total });
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <ul className="takeover-list">
        {pages.rows.map(({ id, label, unit }) => (
          <li key={`${id}${unit?.id}`}>
            <span>{label || unit?.fullName}</span>
            {unit && label !== unit.fullName && <span className="caption">{unit.fullName}</span>}
          </li>
        ))}
      </ul>
      {pages.more && (
        <Button variant="subtle" onClick={pages.more}>
          {t('takeover.listMore')}
        </Button>
      )}
    </Dialog>
  );
}

interface NumberProps {
  n: number;
  onOpen: () => void;
}

function Number({ n: value, onOpen }: NumberProps) {
  const { n } = useI18n();
  if (value === 0) return <span className="muted">0</span>;
  return (
    <button type="button" className="link" onClick={onOpen}>
      {n(value)}
    </button>
  );
}

/** What came with each former unit on the day, and what was missing then; on a phone one card each. */
export function ReceivedCard({ received }: { received: Received }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [opened, setOpened] = useState<Opened | null>(null);
  const nameOf = useReceivedName();
  const missingIn = useMissing();
  const { lost } = received;
  const chip = (
    <Chip tone={lost === 0 ? 'done' : 'late'} icon={lost === 0 ? 'shield-check' : 'alert-triangle'}>
      {lost === 0 ? t('takeover.lostNone') : t('takeover.lost', { n: lost })}
    </Chip>
  );
  return (
    <Card title={t('takeover.received')} note={t('takeover.receivedNote')} aside={chip}>
      <PlainTable
        label={t('takeover.received')}
        rows={received.units}
        rowId={({ unit }) => unit.id}
        columns={[
          { header: t('takeover.col.from'), cell: nameOf, isHead: true, total: post.unit.fullName },
          ...takeoverNumbers.map(
            (number): PlainColumn<Received['units'][number]> => ({
              header: t(`takeover.col.${number}`),
              right: true,
              cell: (row) => <Number n={row.numbers[number]} onOpen={() => setOpened({ number, from: row })} />,
              total: <Number n={received.total[number]} onOpen={() => setOpened({ number })} />,
            }),
          ),
          { header: t('takeover.col.missing'), cell: ({ missing }) => missingIn(missing) || '–' },
        ]}
      />
      {opened && <ListOf opened={opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}
