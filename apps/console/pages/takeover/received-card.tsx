import { Button } from '@mantine/core';
import { useState } from 'react';
import { type TakeoverNumber, takeoverNumbers } from '#contracts/membership/takeover-kinds';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { gapText } from '../../ui/text/gap-text.ts';
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

interface CellsProps {
  numbers: Received['total'];
  from?: From;
  onOpen: (opened: Opened) => void;
}

function Cells({ numbers, from, onOpen }: CellsProps) {
  const { t, n } = useI18n();
  return takeoverNumbers.map((number) => (
    <td key={number} data-label={t(`takeover.col.${number}`)} className="num">
      {numbers[number] === 0 ? (
        <span className="muted">0</span>
      ) : (
        <button type="button" className="link" onClick={() => onOpen({ number, ...(from && { from }) })}>
          {n(numbers[number])}
        </button>
      )}
    </td>
  ));
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
      <table className="takeover-table">
        <thead>
          <tr>
            <th>{t('takeover.col.from')}</th>
            {takeoverNumbers.map((number) => (
              <th key={number} className="num">
                {t(`takeover.col.${number}`)}
              </th>
            ))}
            <th>{t('takeover.col.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {received.units.map((row) => (
            <tr key={row.unit.id}>
              <th scope="row">{nameOf(row)}</th>
              <Cells numbers={row.numbers} from={row} onOpen={setOpened} />
              <td data-label={t('takeover.col.missing')}>{missingIn(row.missing) || '–'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{post.unit.fullName}</th>
            <Cells numbers={received.total} onOpen={setOpened} />
            <td />
          </tr>
        </tfoot>
      </table>
      {opened && <ListOf opened={opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}
