import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { type PlainColumn, PlainTable } from '../../../ui/table/plain-table.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { MoreRows } from '../../../ui/table/more-rows.tsx';
import { type Column, unsorted } from '../../../ui/table/table-column.ts';
import { SearchField } from '../../../ui/form.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Chip, type Tone } from '../../../ui/layout.tsx';
import { Loaded, NoMatch } from '../../../ui/states.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import type { SessionDetail } from '../looks.ts';
import { type Invited, useInvited, useInvitedTeams } from './use-invited.ts';

const typingMs = 200;
const idOf = ({ person }: Invited) => person.id;

const looks: Record<Invited['state'], { tone: Tone; icon: IconName }> = {
  invited: { tone: 'doing', icon: 'hourglass' },
  seated: { tone: 'done', icon: 'circle-check' },
  waiting: { tone: 'new', icon: 'clock' },
  given_back: { tone: 'mute', icon: 'corner-up-left' },
  declined: { tone: 'mute', icon: 'circle-off' },
};

function TeamSeats({ session }: { session: SessionDetail }) {
  const { t, n } = useI18n();
  const pages = useInvitedTeams(session.id);
  const columns = ['kept', 'taken', 'waiting', 'answered', 'members'] as const;
  const sums = pages.data?.sums;
  return (
    <Loaded query={pages} rows={4}>
      {() => (
        <>
          <PlainTable
            label={t('train.tab.people')}
            rows={pages.rows}
            rowId={({ team }) => team.id}
            columns={[
              { header: t('train.seats.team'), cell: ({ team }) => team.name, total: t('train.seats.total') },
              ...columns.map(
                (key): PlainColumn<(typeof pages.rows)[number]> => ({
                  header: t(`train.seats.${key}`),
                  right: true,
                  cell: (row) => n(row[key]),
                  total: sums && n(sums[key]),
                }),
              ),
            ]}
          />
          <MoreRows more={pages.more} hasMore={pages.hasMore} />
        </>
      )}
    </Loaded>
  );
}

function StateChip({ row, unaware }: { row: Invited; unaware: boolean }) {
  const { t } = useI18n();
  return (
    <span className="stack-chips">
      <Chip {...looks[row.state]}>{t(`train.invitation.${row.state}` as MessageId, { n: row.place ?? 0 })}</Chip>
      {unaware && (
        <Chip tone="late" icon="alert-triangle">
          {t('train.people.unaware')}
        </Chip>
      )}
    </span>
  );
}

/** Who has not said that the new time is known; nobody has to, once it was never changed. */
const isUnaware = (session: Pick<SessionDetail, 'state'>, row: Invited): boolean =>
  !row.acknowledged && session.state === 'published' && row.state !== 'declined' && row.state !== 'given_back';

function useColumns(session: SessionDetail): Column<Invited>[] {
  const { t } = useI18n();
  return useMemo(
    () => [
      {
        id: 'person',
        sortable: false,
        header: t('train.people.name'),
        value: (row) => row.person.fullName,
        cell: (row) => <b>{row.person.fullName}</b>,
      },
      { id: 'team', header: t('train.seats.team'), value: (row) => row.team?.name ?? null, sortable: false },
      {
        id: 'state',
        sortable: false,
        header: t('train.people.state'),
        value: (row) => t(`train.invitation.${row.state}` as MessageId, { n: row.place ?? 0 }),
        cell: (row) => <StateChip row={row} unaware={isUnaware(session, row)} />,
      },
    ],
    [t, session],
  );
}

function People({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingMs);
  const pages = useInvited(session.id, q);
  const columns = useColumns(session);
  if (session.invited === 0) return <p className="muted">{t('train.people.none')}</p>;
  return (
    <>
      <SearchField label={t('train.people.find')} value={typed} onChange={setTyped} />
      <Loaded query={pages} rows={8}>
        {() => (
          <DataTable
            label={t('train.tab.people')}
            columns={columns}
            rows={pages.rows}
            rowId={idOf}
            what={t('train.people.what')}
            paged={{ total: pages.total, more: pages.more, ...unsorted }}
            empty={<NoMatch text={t('train.people.noMatch')} onClear={() => setTyped('')} />}
          />
        )}
      </Loaded>
    </>
  );
}

/** Seats team by team, then everybody who is invited. */
export function PeopleTab({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const [inviting, setInviting] = useState(false);
  return (
    <>
      {session.teamIds.length > 0 && <TeamSeats session={session} />}
      {session.may.invite && (
        <div className="session-acts">
          <Button variant="default" leftSection={<Icon name="user-plus" size={16} />} onClick={() => setInviting(true)}>
            {t('train.people.invite')}
          </Button>
        </div>
      )}
      <People session={session} />
      {inviting && <InviteDialog session={session} onClose={() => setInviting(false)} />}
    </>
  );
}
