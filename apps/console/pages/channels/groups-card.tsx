import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded, Loading } from '../../ui/states.tsx';
import { MakeGroup, UnlinkGroup } from './group-modals.tsx';
import { byNeed, type GroupRow, type GroupTally, misnamed, tally } from './groups.ts';
import { type GroupActs, GroupsTable } from './groups-table.tsx';
import { freeSeat, Seats, useSeats } from './seats.tsx';
import { useCommuneGroups, useDistrictGroups, useSendNames } from './use-groups.ts';

const shownFirst = 5;
const parts = [
  ['right', 'bar-ok'],
  ['wrong', 'bar-warn'],
  ['none', 'bar-late'],
] as const;

/** Names right, wrong and missing to scale, each with its number beside its word. */
function Share({ counts }: { counts: GroupTally }) {
  const { t, n } = useI18n();
  const label = parts.map(([state]) => `${t(`groups.${state}`)} ${counts[state]}`).join(', ');
  return (
    <div className="card-body">
      <div className="bands groups-bands" role="img" aria-label={label}>
        {parts
          .filter(([state]) => counts[state] > 0)
          .map(([state, color]) => (
            <span key={state} style={{ flexGrow: counts[state], flexBasis: 0, background: `var(--${color})` }} />
          ))}
      </div>
      <ul className="legend">
        {parts.map(([state, color]) => (
          <li key={state} className="caption">
            <i style={{ background: `var(--${color})` }} /> {t(`groups.${state}`)}{' '}
            <b className="num">{n(counts[state])}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useGroupActs(): {
  acts: GroupActs;
  sendAll: (teamIds: string[]) => void;
  seats: ReturnType<typeof useSeats>;
  dialog: React.ReactNode;
} {
  const { may } = useIdentity();
  const seats = useSeats();
  const send = useSendNames();
  const [open, setOpen] = useState<{ kind: 'unlink' | 'make'; row: GroupRow } | null>(null);
  const close = () => setOpen(null);
  const seat = seats.data && freeSeat(seats.data);
  const acts: GroupActs = {
    send: (row) => row.team && send.mutate([row.team.id]),
    unlink: (row) => setOpen({ kind: 'unlink', row }),
    make: seat && may('committee.manage') ? (row) => setOpen({ kind: 'make', row }) : undefined,
    busy: send.isPending,
  };
  const dialog = (
    <>
      {open?.kind === 'unlink' && <UnlinkGroup row={open.row} onClose={close} />}
      {open?.kind === 'make' && seat && <MakeGroup row={open.row} assetId={seat} onClose={close} />}
    </>
  );
  return { acts, sendAll: send.mutate, seats, dialog };
}

function Groups({ rows }: { rows: readonly GroupRow[] }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [all, setAll] = useState(false);
  const { acts, sendAll, seats, dialog } = useGroupActs();
  const sorted = [...rows].sort(byNeed);
  const urgent = sorted.filter((row) => row.state !== 'right' || row.chat?.state === 'gone');
  const shown = all ? sorted : urgent.slice(0, shownFirst);
  const wrong = misnamed(rows);
  const teams = rows.filter((row) => row.team).length;
  const toggle = (
    <button type="button" className="link" onClick={() => setAll(!all)}>
      {all ? t('groups.fewer') : t('groups.all', { n: teams })}
    </button>
  );
  return (
    <Card title={t('groups.title')} aside={rows.length > 0 && toggle}>
      {teams === 0 && <p className="card-body muted">{t('groups.noTeams')}</p>}
      {teams > 0 && <Share counts={tally(rows)} />}
      {teams > 0 && shown.length === 0 && <p className="card-body good">{t('groups.empty')}</p>}
      {shown.length > 0 && <GroupsTable rows={shown} acts={acts} />}
      <div className="card-foot">
        {seats.data && <Seats seats={seats.data} />}
        {wrong.length > 1 && may('committee.manage') && (
          <button type="button" className="strong-link" disabled={acts.busy} onClick={() => sendAll(wrong)}>
            {t('groups.sendAll', { n: wrong.length })}
          </button>
        )}
      </div>
      {dialog}
    </Card>
  );
}

export function CommuneGroupsCard() {
  const query = useCommuneGroups();
  const { t } = useI18n();
  if (query.data) return <Groups rows={query.data} />;
  return (
    <Card title={t('groups.title')}>
      <Loaded query={query} rows={4}>
        {() => null}
      </Loaded>
    </Card>
  );
}

export function DistrictGroupsCard() {
  const { rows, loading } = useDistrictGroups();
  const { t } = useI18n();
  if (!loading) return <Groups rows={rows} />;
  return (
    <Card title={t('groups.title')}>
      <Loading rows={4} />
    </Card>
  );
}
