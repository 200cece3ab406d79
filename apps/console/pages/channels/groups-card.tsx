import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded, Loading } from '../../ui/states.tsx';
import { MakeGroup, UnlinkGroup } from './group-modals.tsx';
import { type GroupRow, type GroupTally, tallyOf } from './groups.ts';
import { type GroupActs, GroupsTable } from './groups-table.tsx';
import { freeSeat, Seats, useSeats } from './seats.tsx';
import { NamesDialog, useSendName } from './names-dialog.tsx';
import { useCommuneGroups, useDistrictGroups } from './use-groups.ts';

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
  sendAll: () => void;
  seats: ReturnType<typeof useSeats>;
  dialog: React.ReactNode;
} {
  const { may } = useIdentity();
  const seats = useSeats();
  const send = useSendName();
  const [open, setOpen] = useState<{ kind: 'unlink' | 'make'; row: GroupRow } | { kind: 'names' } | null>(null);
  const close = () => setOpen(null);
  const seat = seats.data && freeSeat(seats.data);
  const acts: GroupActs = {
    send: (row) => row.team && send.mutate(row.team.id),
    unlink: (row) => setOpen({ kind: 'unlink', row }),
    make: seat && may('committee.manage') ? (row) => setOpen({ kind: 'make', row }) : undefined,
    busy: send.isPending,
  };
  const dialog = (
    <>
      {open?.kind === 'names' && <NamesDialog onClose={close} />}
      {open?.kind === 'unlink' && <UnlinkGroup row={open.row} onClose={close} />}
      {open?.kind === 'make' && seat && <MakeGroup row={open.row} assetId={seat} onClose={close} />}
    </>
  );
  return { acts, sendAll: () => setOpen({ kind: 'names' }), seats, dialog };
}

interface GroupsProps {
  rows: readonly GroupRow[];
  counts: GroupTally;
  all: boolean;
  onAll: (all: boolean) => void;
  more: (() => void) | undefined;
}

function Groups({ rows, counts, all, onAll, more }: GroupsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const { acts, sendAll, seats, dialog } = useGroupActs();
  const shown = all ? rows : rows.slice(0, shownFirst);
  const teams = counts.right + counts.wrong + counts.none;
  const toggle = (
    <button type="button" className="link" onClick={() => onAll(!all)}>
      {all ? t('groups.fewer') : t('groups.all', { n: teams })}
    </button>
  );
  return (
    <Card title={t('groups.title')} aside={teams > 0 && toggle}>
      {teams === 0 && <p className="card-body muted">{t('groups.noTeams')}</p>}
      {teams > 0 && <Share counts={counts} />}
      {teams > 0 && shown.length === 0 && <p className="card-body good">{t('groups.empty')}</p>}
      {shown.length > 0 && <GroupsTable rows={shown} acts={acts} />}
      <div className="card-foot">
        {seats.data && <Seats seats={seats.data} />}
        {all && more && (
          <button type="button" className="link" onClick={more}>
            {t('table.more')}
          </button>
        )}
        {counts.wrong > 1 && may('committee.manage') && (
          <button type="button" className="strong-link" disabled={acts.busy} onClick={sendAll}>
            {t('groups.sendAll', { n: counts.wrong })}
          </button>
        )}
      </div>
      {dialog}
    </Card>
  );
}

export function CommuneGroupsCard() {
  const [all, setAll] = useState(false);
  const pages = useCommuneGroups(all);
  const { t } = useI18n();
  if (pages.data)
    return <Groups rows={pages.rows} counts={pages.data.sums} all={all} onAll={setAll} more={pages.more} />;
  return (
    <Card title={t('groups.title')}>
      <Loaded query={pages} rows={4}>
        {() => null}
      </Loaded>
    </Card>
  );
}

export function DistrictGroupsCard() {
  const [all, setAll] = useState(false);
  const { pages, rows, sums } = useDistrictGroups(all);
  const { t } = useI18n();
  if (pages.data && sums.data)
    return <Groups rows={rows} counts={tallyOf(sums.data)} all={all} onAll={setAll} more={pages.more} />;
  return (
    <Card title={t('groups.title')}>
      <Loading rows={4} />
    </Card>
  );
}
