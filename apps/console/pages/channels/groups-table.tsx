import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dateInVietnam, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { GroupRow } from './groups.ts';

export interface GroupActs {
  send: (row: GroupRow) => void;
  unlink: (row: GroupRow) => void;
  make: ((row: GroupRow) => void) | undefined;
  busy: boolean;
}

/** The chat that a bot may write to, who linked it and when. */
function Chat({ row, onUnlink }: { row: GroupRow; onUnlink: (() => void) | undefined }) {
  const { t, lang } = useI18n();
  const { chat } = row;
  if (!chat) return null;
  const gone = chat.state === 'gone';
  const by = chat.linkedBy && {
    name: chat.linkedBy.fullName,
    date: formatDate(dateInVietnam(chat.linkedAt), lang),
  };
  return (
    <span className={`cell-2 ${gone ? 'warn-text' : 'good-text'}`}>
      <Icon name={gone ? 'plug-connected-x' : 'robot'} size={15} />{' '}
      {t(gone ? 'groups.chatGone' : 'groups.chat', { title: chat.title })}
      {by && <span className="muted"> · {t('groups.linkedBy', by)}</span>}{' '}
      {onUnlink && (
        <button type="button" className="link" onClick={onUnlink}>
          {t('groups.unlink')}
        </button>
      )}
    </span>
  );
}

function Current({ row, acts }: { row: GroupRow; acts: GroupActs }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const mayUnlink = row.team && row.chat && may('group.manage');
  return (
    <>
      {row.name ? (
        <span className={row.state === 'wrong' ? 'warn-text group-name' : 'group-name'}>{row.name}</span>
      ) : (
        <span className="late-text">
          <Icon name="circle-off" size={15} /> {t('group.none')}
        </span>
      )}
      <span className="cell-2">
        {row.team ? (
          <Link to="/teams/$teamId" params={{ teamId: row.team.id }}>
            {row.team.name}
          </Link>
        ) : (
          t('groups.ofCommune')
        )}
      </span>
      <Chat row={row} onUnlink={mayUnlink ? () => acts.unlink(row) : undefined} />
    </>
  );
}

function Proposed({ row }: { row: GroupRow }) {
  const { t } = useI18n();
  if (row.state === 'right')
    return (
      <span className="good">
        <Icon name="check" size={16} /> {t('group.right')}
      </span>
    );
  return (
    <>
      <span className="group-name">{row.proposed}</span>
      {row.proposedShort !== row.proposed && (
        <span className="cell-2">{t('groups.short', { name: row.proposedShort })}</span>
      )}
    </>
  );
}

function Act({ row, acts }: { row: GroupRow; acts: GroupActs }) {
  const { t } = useI18n();
  if (!row.team) return null;
  if (row.state === 'none' && acts.make)
    return (
      <Button size="xs" variant="default" disabled={acts.busy} onClick={() => acts.make?.(row)}>
        {t('groups.make')}
      </Button>
    );
  if (row.state !== 'wrong') return null;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Icon name="copy" size={16} />}
      disabled={acts.busy}
      onClick={() => acts.send(row)}
    >
      {t('groups.send')}
    </Button>
  );
}

export function GroupsTable({ rows, acts }: { rows: readonly GroupRow[]; acts: GroupActs }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const acting = may('committee.manage');
  return (
    <table className="dt-table plain-table groups-table">
      <thead>
        <tr>
          <th>{t('groups.current')}</th>
          <th>{t('groups.proposed')}</th>
          {acting && (
            <th className="hide-tiny">
              <span className="visually-hidden">{t('team.acts')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.team?.id ?? row.unit.id}>
            <td>
              <Current row={row} acts={acts} />
            </td>
            <td>
              <Proposed row={row} />
              {acting && (
                <span className="show-small">
                  <Act row={row} acts={acts} />
                </span>
              )}
            </td>
            {acting && (
              <td className="cell-act hide-tiny">
                <Act row={row} acts={acts} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
