import { Link } from '@tanstack/react-router';
import { dateInVietnam, daysBetween, formatDateNear, keepTogether } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { TeamWork } from '../../api/use-team-work.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { gapText } from '../../ui/text/gap-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { Marked } from '../../ui/marked.tsx';
import { GroupCell } from './group-cell.tsx';
import type { TeamRow } from '../../api/team-filters.ts';

type I18n = ReturnType<typeof useI18n>;

/** "hôm nay", "hôm qua", "19/6"; red when nothing happened for longer than the rule says. */
function Activity({ work, today }: { work: TeamWork | undefined; today: string }) {
  const { t, lang } = useI18n();
  if (!work?.lastActivityAt) return <span className="muted">–</span>;
  const day = dateInVietnam(work.lastActivityAt);
  const ago = daysBetween(day, today);
  const text = ago === 0 ? t('time.today') : ago === 1 ? t('time.yesterday') : formatDateNear(day, today, lang);
  return <span className={work.silent ? 'late num' : 'num'}>{text}</span>;
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
  /** Of all teams; none while only some are listed. */
  totals: Schemas['TeamSums'] | undefined;
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

type ColumnMaker = (options: TeamColumnOptions) => Column<TeamRow>;

const numberColumn: ColumnMaker = ({ i18n: { t, n } }) => ({
  id: 'no',
  header: t('teams.col.no'),
  value: () => null,
  cell: (_, index) => n(index + 1),
  right: true,
  sortable: false,
  copy: false,
  width: 44,
  hideBelow: 1000,
});

const hamletColumn: ColumnMaker = ({ i18n: { t }, query, at }) => ({
  id: 'hamlet',
  header: t('teams.col.hamlet'),
  value: (team) => team.hamlet.fullName,
  cell: (team) => (
    <>
      <Link className="cell-link" to="/teams/$teamId" params={{ teamId: team.id }} search={at ? { at } : {}}>
        <Marked text={keepTogether(team.hamlet.fullName)} query={query} />
      </Link>
      {team.leader && <span className="cell-2 show-small">{team.leader.fullName}</span>}
    </>
  ),
  total: t('table.total'),
});

function Leader({ team, query }: { team: TeamRow; query: string }) {
  const { t } = useI18n();
  if (!team.leader) return <span className="warn">{t('gap.missing', { what: t('role.leader') })}</span>;
  const { fullName, position } = team.leader;
  return (
    <>
      <Marked text={fullName} query={query} />
      <span className="cell-2">{position && <Marked text={position} query={query} />}</span>
    </>
  );
}

const leaderColumn: ColumnMaker = ({ i18n: { t }, totals, query }) => ({
  id: 'leader',
  header: t('teams.col.leader'),
  value: (team) => team.leader?.fullName ?? null,
  sortable: false,
  cell: (team) => <Leader team={team} query={query} />,
  total: totals && t('teams.totalLeaders', { n: totals.leaders }),
  hideBelow: 560,
});

const compositionColumn: ColumnMaker = ({ i18n, totals }) => ({
  id: 'composition',
  header: i18n.t('teams.col.composition'),
  value: (team) => gapsAsText(i18n, team),
  sortable: false,
  cell: (team) => <Composition team={team} />,
  total: totals && i18n.t('teams.totalLacking', { n: totals.lacking }),
});

const supporterColumn: ColumnMaker = ({ i18n: { t }, totals, onAssign }) => ({
  id: 'supporter',
  header: t('teams.col.supporter'),
  value: (team) => team.supporters.map((person) => person.fullName).join(', ') || null,
  cell: (team) => <Supporter team={team} onAssign={onAssign} />,
  sortable: false,
  total: totals && t('teams.totalSupported', { a: totals.activeTeams - totals.noSupporter, b: totals.activeTeams }),
  hideBelow: 1180,
});

const groupColumn: ColumnMaker = ({ i18n: { t }, totals }) => ({
  id: 'group',
  header: t('teams.col.group'),
  value: (team) => t(`group.${team.group.state}`),
  cell: (team) => <GroupCell team={team} />,
  sortable: false,
  total: totals && t('teams.totalGroups', { a: totals.groups, b: totals.activeTeams }),
  hideBelow: 700,
});

const activityColumn: ColumnMaker = ({ i18n: { t }, work, today }) => ({
  id: 'activity',
  header: t('teams.col.activity'),
  value: (team) => lastDay(work, team),
  cell: (team) => <Activity work={work.get(team.id)} today={today} />,
  width: 92,
  sortable: false,
  hideBelow: 700,
});

const tooFew = (team: TeamRow) => team.gaps.some((gap) => gap.kind === 'min_members');

export function teamColumns(options: TeamColumnOptions): Column<TeamRow>[] {
  const { i18n, totals, work } = options;
  const { t, n } = i18n;
  const count = countColumns<TeamRow>(n);
  const openTasks = (team: TeamRow) => work.get(team.id)?.openTasks ?? 0;
  return [
    numberColumn(options),
    hamletColumn(options),
    leaderColumn(options),
    {
      ...count('members', t('teams.col.members'), (team) => team.members, {
        width: 66,
        hideBelow: 420,
        alarm: tooFew,
      }),
      total: totals && n(totals.members),
    },
    compositionColumn(options),
    supporterColumn(options),
    groupColumn(options),
    { ...count('openTasks', t('teams.col.openTasks'), openTasks, { width: 72, hideBelow: 1000 }), sortable: false },
    activityColumn(options),
  ];
}
