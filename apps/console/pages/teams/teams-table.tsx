import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { DatePickerInput } from '@mantine/dates';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useTeamWork } from '../../api/use-team-work.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { NoMatch } from '../../ui/states.tsx';
import { FilterChips, Notice } from '../../ui/layout.tsx';
import { SupporterModal } from '../team/supporter-modal.tsx';
import { teamColumns } from './team-columns.tsx';
import { countTeams, filterTeams, type TeamFilter, teamFilters, type TeamRow } from './team-filters.ts';

const route = getRouteApi('/teams');
const shownFilters: readonly TeamFilter[] = ['all', 'lacking', 'noSupporter', 'group', 'draft'];

function useTeamSearch() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const filter: TeamFilter = teamFilters.includes(search.filter as TeamFilter) ? (search.filter as TeamFilter) : 'all';
  const change = (next: Partial<typeof search>) =>
    void navigate({
      to: '/teams',
      replace: true,
      search: Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)),
    });
  return { search, filter, query: search.q ?? '', change };
}

function Toolbar({ list, today }: { list: Schemas['TeamList']; today: string }) {
  const { t } = useI18n();
  const { search, filter, query, change } = useTeamSearch();
  const [typed, setTyped] = useState(query);
  const apply = useDebouncedCallback((text: string) => change({ q: text }), 150);
  const counts = useMemo(() => countTeams(list.teams), [list.teams]);
  const type = (text: string) => {
    setTyped(text);
    apply(text);
  };
  return (
    <div className="toolbar">
      <TextInput
        data-table-filter
        size="sm"
        w={180}
        aria-label={t('teams.search')}
        placeholder={t('teams.search')}
        value={typed}
        leftSection={<Icon name="search" size={16} />}
        rightSection={typed && <CloseButton size="sm" aria-label={t('act.clear')} onClick={() => type('')} />}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <FilterChips
        label={t('teams.filters')}
        value={filter}
        onChange={(key) => change({ filter: key === 'all' ? undefined : key })}
        options={shownFilters
          .filter((key) => key === 'all' || counts[key] > 0 || key === filter)
          .map((key) => ({ key, label: t(`teams.filter.${key}`), count: counts[key] }))}
      />
      <span className="toolbar-space" />
      <DatePickerInput
        size="sm"
        className="teams-at"
        aria-label={`${t('teams.at')} ${formatDate(search.at ?? today, 'vi', { withYear: true })}`}
        leftSection={<Icon name="calendar" size={16} />}
        valueFormat={`[${t('teams.at')}] D/M/YYYY`}
        value={search.at ?? today}
        maxDate={today}
        onChange={(value) => change({ at: value && value !== today ? value : undefined })}
      />
    </div>
  );
}

interface SelectionBarProps {
  selected: ReadonlySet<string>;
  teams: readonly TeamRow[];
  clear: () => void;
  onSupporter: () => void;
}

function BarButton({
  icon,
  label,
  onClick,
  disabled,
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  const left = <Icon name={icon} size={16} />;
  return (
    <Button size="xs" variant="default" leftSection={left} disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
}

function SelectionBar({ selected, teams, clear, onSupporter }: SelectionBarProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  if (selected.size === 0) return null;
  const active = teams.filter((team) => selected.has(team.id) && team.status === 'active').map((team) => team.id);
  const assign = () => void navigate({ to: '/assignments/new', search: { teams: active.join(',') } });
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('teams.selection')}>
      <strong>{t('teams.selected', { n: selected.size })}</strong>
      {may('assignment.issue') && (
        <BarButton icon="send" label={t('nav.assign')} disabled={active.length === 0} onClick={assign} />
      )}
      {may('committee.manage') && (
        <BarButton icon="heart-handshake" label={t('teams.changeSupporter')} onClick={onSupporter} />
      )}
      <BarButton icon="printer" label={t('act.printList')} onClick={() => window.print()} />
      <span className="toolbar-space" />
      <button type="button" className="link" onClick={clear}>
        {t('teams.clear')}
      </button>
    </div>
  );
}

function PastBar() {
  const { t, lang } = useI18n();
  const { search, change } = useTeamSearch();
  if (!search.at) return null;
  return (
    <div className="toolbar">
      <Notice
        tone="new"
        icon="clock"
        action={
          <button type="button" className="strong-link" onClick={() => change({ at: undefined })}>
            {t('teams.backToToday')}
          </button>
        }
      >
        {t('teams.past', { date: formatDate(search.at, lang, { withYear: true }) })}
      </Notice>
    </div>
  );
}

interface TeamsTableProps {
  list: Schemas['TeamList'];
  unitId: string;
  /** A list of an earlier day can be read only. */
  past: boolean;
}

function useRows({ list, unitId, past }: TeamsTableProps, onAssign: (team: TeamRow) => void) {
  const i18n = useI18n();
  const { me, may } = useIdentity();
  const { search, filter, query } = useTeamSearch();
  const work = useTeamWork(unitId);
  const rows = useMemo(() => filterTeams(list.teams, filter, query), [list.teams, filter, query]);
  const assign = useRef(onAssign);
  assign.current = onAssign;
  const canSupport = may('committee.manage') && !past;
  const columns = useMemo(() => {
    const options = { i18n, rows, query, work, today: me.today, at: search.at };
    return teamColumns(canSupport ? { ...options, onAssign: (team) => assign.current(team) } : options);
  }, [i18n, rows, query, me.today, search.at, work, canSupport]);
  return { rows, columns };
}

export function TeamsTable(props: TeamsTableProps) {
  const { list, unitId, past } = props;
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const { query, change } = useTeamSearch();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [supporting, setSupporting] = useState<readonly TeamRow[]>([]);
  const { rows, columns } = useRows(props, (team) => setSupporting([team]));
  const bar = {
    selected,
    teams: rows,
    clear: () => setSelected(new Set()),
    onSupporter: () => setSupporting(rows.filter((team) => selected.has(team.id))),
  };
  const selection = past ? {} : { selected, onSelect: setSelected };
  const clear = () => change({ q: undefined, filter: undefined });
  return (
    <>
      <PastBar />
      <Toolbar list={list} today={me.today} />
      {!past && <SelectionBar {...bar} />}
      <DataTable
        label={t('teams.title')}
        columns={columns}
        rows={rows}
        of={list.teams.length}
        rowId={(team) => team.id}
        what={t('unit.teams')}
        {...selection}
        totals
        sumColumn="members"
        sort={[{ id: 'hamlet', desc: false }]}
        onOpen={(team) => void navigate({ to: '/teams/$teamId', params: { teamId: team.id } })}
        footLeft={query && <span>{t('table.searching', { q: query })}</span>}
        empty={<NoMatch text={t('teams.noMatch')} onClear={clear} />}
      />
      {supporting.length > 0 && <SupporterModal unitId={unitId} teams={supporting} onClose={() => setSupporting([])} />}
    </>
  );
}
