import { Link } from '@tanstack/react-router';
import { dateInVietnam, daysBetween, formatDateNear, keepTogether } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { TeamWork } from '../../api/use-team-work.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { gapText } from '../../ui/gap-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { Marked } from '../../ui/marked.tsx';
import { personKey } from '../../ui/vietnamese-order.ts';
import { GroupCell } from './group-cell.tsx';
import type { TeamRow } from './team-filters.ts';

type I18n = ReturnType<typeof useI18n>;

const silentAfterDays = 30;

/** "hôm nay", "hôm qua", "19/6"; red when nothing happened for a month. */
export function Activity({ at, today }: { at: string | null; today: string }) {
  const { t, lang } = useI18n();
  if (!at) return <span className="muted">–</span>;
  const day = dateInVietnam(at);
  const ago = daysBetween(day, today);
  const text = ago === 0 ? t('time.today') : ago === 1 ? t('time.yesterday') : formatDateNear(day, today, lang);
  return <span className={ago > silentAfterDays ? 'late num' : 'num'}>{text}</span>;
}

function Composition({ team }: { team: TeamRow }) {
  const { t } = useI18n();
  if (team.status === 'draft')
    return (
      <div className="stack-chips">
        <Chip tone="mute" icon="pencil">
          {t('status.draft')}
        </Chip>
        <Gaps team={team} />
      </div>
    );
  if (team.gaps.length === 0)
    return (
      <span className="good">
        <Icon name="check" size={16} /> {t('gap.none')}
      </span>
    );
  return (
    <div className="stack-chips">
      <Gaps team={team} />
    </div>
  );
}

function Gaps({ team }: { team: TeamRow }) {
  const { t } = useI18n();
  return team.gaps.map((gap) => (
    <span key={gap.rule} title={gap.citation}>
      <Chip
        tone={gap.kind === 'min_members' ? 'late' : 'doing'}
        icon={gap.kind === 'min_members' ? 'alert-triangle' : 'user-exclamation'}
      >
        {gapText(t, gap)}
      </Chip>
    </span>
  ));
}

function Supporter({ team, onAssign }: { team: TeamRow; onAssign?: (team: TeamRow) => void }) {
  const { t } = useI18n();
  if (team.supporters.length > 0) return <>{team.supporters.map((person) => person.fullName).join(', ')}</>;
  if (!onAssign) return <span className="muted">–</span>;
  return (
    <button type="button" className="link warn" onClick={() => onAssign(team)}>
      <Icon name="plus" size={15} /> {t('teams.assignSupporter')}
    </button>
  );
}

export interface TeamColumnOptions {
  i18n: I18n;
  rows: readonly TeamRow[];
  query: string;
  today: string;
  at?: string;
  work: ReadonlyMap<string, TeamWork>;
  onAssign?: (team: TeamRow) => void;
}

export function gapsAsText(i18n: I18n, team: Schemas['TeamRow']): string {
  return team.gaps.length === 0 ? i18n.t('gap.none') : team.gaps.map((gap) => gapText(i18n.t, gap)).join(', ');
}

function lastDay(work: ReadonlyMap<string, TeamWork>, team: TeamRow): string | null {
  const at = work.get(team.id)?.lastActivityAt;
  return at ? dateInVietnam(at) : null;
}

export function teamColumns({ i18n, rows, query, today, at, work, onAssign }: TeamColumnOptions): Column<TeamRow>[] {
  const { t, n } = i18n;
  const lacking = rows.filter((team) => team.gaps.length > 0).length;
  const supported = rows.filter((team) => team.supporters.length > 0).length;
  const right = rows.filter((team) => team.group.state === 'right').length;
  const leaders = rows.filter((team) => team.leader).length;
  return [
    {
      id: 'no',
      header: t('teams.col.no'),
      value: () => null,
      cell: (_, index) => n(index + 1),
      right: true,
      sortable: false,
      copy: false,
      width: 44,
      hideBelow: 1000,
    },
    {
      id: 'hamlet',
      header: t('teams.col.hamlet'),
      value: (team) => team.hamlet.name,
      cell: (team) => (
        <>
          <Link className="cell-link" to="/teams/$teamId" params={{ teamId: team.id }} search={at ? { at } : {}}>
            <Marked text={keepTogether(team.hamlet.name)} query={query} />
          </Link>
          {team.leader && <span className="cell-2 show-small">{team.leader.fullName}</span>}
        </>
      ),
      total: t('table.total'),
    },
    {
      id: 'leader',
      header: t('teams.col.leader'),
      value: (team) => team.leader?.fullName ?? null,
      sortBy: (team) => (team.leader ? personKey(team.leader.fullName) : null),
      cell: (team) =>
        team.leader ? (
          <>
            <Marked text={team.leader.fullName} query={query} />
            {team.leader.position && (
              <span className="cell-2">
                <Marked text={team.leader.position} query={query} />
              </span>
            )}
          </>
        ) : (
          <span className="warn">{t('gap.missing', { what: t('role.leader') })}</span>
        ),
      total: t('teams.totalLeaders', { n: leaders }),
      hideBelow: 560,
    },
    {
      id: 'members',
      header: t('teams.col.members'),
      value: (team) => team.members,
      cell: (team) => (
        <span className={team.gaps.some((gap) => gap.kind === 'min_members') ? 'late' : ''}>{n(team.members)}</span>
      ),
      right: true,
      width: 66,
      total: n(rows.reduce((sum, team) => sum + team.members, 0)),
      hideBelow: 420,
    },
    {
      id: 'composition',
      header: t('teams.col.composition'),
      value: (team) => gapsAsText(i18n, team),
      sortBy: (team) => -team.gaps.length,
      cell: (team) => <Composition team={team} />,
      total: t('teams.totalLacking', { n: lacking }),
    },
    {
      id: 'supporter',
      header: t('teams.col.supporter'),
      value: (team) => team.supporters.map((person) => person.fullName).join(', ') || null,
      cell: (team) => <Supporter team={team} onAssign={onAssign} />,
      total: t('teams.totalSupported', { a: supported, b: rows.length }),
      hideBelow: 1180,
    },
    {
      id: 'group',
      header: t('teams.col.group'),
      value: (team) => t(`group.${team.group.state}`),
      cell: (team) => <GroupCell team={team} />,
      total: t('teams.totalGroups', { a: right, b: rows.length }),
      hideBelow: 700,
    },
    {
      id: 'openTasks',
      header: t('teams.col.openTasks'),
      value: (team) => work.get(team.id)?.openTasks ?? 0,
      right: true,
      width: 72,
      total: n(rows.reduce((sum, team) => sum + (work.get(team.id)?.openTasks ?? 0), 0)),
      hideBelow: 1000,
    },
    {
      id: 'activity',
      header: t('teams.col.activity'),
      value: (team) => lastDay(work, team),
      cell: (team) => <Activity at={work.get(team.id)?.lastActivityAt ?? null} today={today} />,
      width: 92,
      hideBelow: 700,
    },
  ];
}
