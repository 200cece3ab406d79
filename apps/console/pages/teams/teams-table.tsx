import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { DatePickerInput } from '@mantine/dates';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { SortingState } from '@tanstack/react-table';
import { useCallback, useMemo, useRef, useState } from 'react';
import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useTeamWork } from '../../api/use-team-work.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { choose, type Chosen, chosenCount, chosenOf, everything, nothing } from '../../ui/table/chosen.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { OtherDay } from '../../ui/other-day.tsx';
import { SupporterModal } from '../team/supporter-modal.tsx';
import { teamColumns } from './team-columns.tsx';
import { countTeams, type TeamFilter, teamFilters, type TeamRow } from './team-filters.ts';
import { useTeams } from './use-teams.ts';

const route = getRouteApi('/teams');
/** Teams that an address can name. */
const mostNamed = 50;

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

function Toolbar({ sums, today }: { sums: Schemas['TeamSums'] | undefined; today: string }) {
  const { t } = useI18n();
  const { search, filter, query, change } = useTeamSearch();
  const [typed, setTyped] = useState(query);
  const apply = useDebouncedCallback((text: string) => change({ q: text }), 150);
  const counts = countTeams(sums);
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
        options={teamFilters
          .filter((key) => key === 'all' || (counts?.[key] ?? 0) > 0 || key === filter)
          .map((key) => ({ key, label: t(`teams.filter.${key}`), count: counts?.[key] }))}
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
  chosen: Chosen;
  count: number;
  /** Those of the chosen teams that are here. */
  teams: readonly TeamRow[];
  unitId: string;
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

/** All teams that are listed, but for those named; or those named. It stands in the address of the order. */
function useAssign({ chosen, teams, unitId }: Pick<SelectionBarProps, 'chosen' | 'teams' | 'unitId'>) {
  const navigate = useNavigate();
  const { filter, query } = useTeamSearch();
  const active = teams.filter((team) => team.status === 'active').map((team) => team.id);
  const named = chosen.all ? [...chosen.ids] : active;
  const of = chosen.all ? { under: unitId, ...(filter !== 'all' && { filter }), ...(query && { q: query }) } : {};
  const search = { ...of, ...(named.length > 0 && { [chosen.all ? 'except' : 'teams']: named.join(',') }) };
  const isPossible = chosen.all ? filter !== 'draft' : active.length > 0 && active.length <= mostNamed;
  return { isPossible, assign: () => void navigate({ to: '/assignments/new', search }) };
}

function SelectionBar(props: SelectionBarProps) {
  const { chosen, count, teams, clear, onSupporter } = props;
  const { t } = useI18n();
  const { may } = useIdentity();
  const { isPossible, assign } = useAssign(props);
  if (count === 0) return null;
  return (
    <div className="selection-bar" role="toolbar" aria-label={t('teams.selection')}>
      <strong>{t('teams.selected', { n: count })}</strong>
      {may('assignment.issue') && (
        <BarButton icon="send" label={t('nav.assign')} disabled={!isPossible} onClick={assign} />
      )}
      {may('committee.manage') && (
        <BarButton
          icon="heart-handshake"
          label={t('teams.changeSupporter')}
          disabled={teams.length < count || chosen.ids.size > mostNamed}
          onClick={onSupporter}
        />
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
  const { search, change } = useTeamSearch();
  if (!search.at) return null;
  return (
    <div className="toolbar">
      <OtherDay words="teams.past" at={search.at} tone="new" onToday={() => change({ at: undefined })} />
    </div>
  );
}

interface TeamsTableProps {
  sums: Schemas['TeamSums'] | undefined;
  unitId: string;
  /** A list of an earlier day can be read only. */
  past: boolean;
}

function useRows({ sums, unitId, past }: TeamsTableProps, onAssign: (team: TeamRow) => void) {
  const i18n = useI18n();
  const { me, may } = useIdentity();
  const { search, filter, query } = useTeamSearch();
  const [sort, setSort] = useState<SortingState>([{ id: 'hamlet', desc: false }]);
  const asked = { q: query, at: search.at, ...(filter !== 'all' && { filter }) };
  const pages = useTeams(unitId, asked, { sort });
  const work = useTeamWork(
    unitId,
    useMemo(() => pages.rows.map((team) => team.id), [pages.rows]),
  );
  const assign = useRef(onAssign);
  assign.current = onAssign;
  const canSupport = may('committee.manage') && !past;
  const isWhole = filter === 'all' && !query;
  const columns = useMemo(() => {
    const totals = isWhole ? sums : undefined;
    const options = { i18n, totals, query, work, today: me.today, at: search.at };
    return teamColumns(canSupport ? { ...options, onAssign: (team) => assign.current(team) } : options);
  }, [i18n, sums, isWhole, query, me.today, search.at, work, canSupport]);
  return { pages, columns, sort, setSort, isWhole };
}

/** The choice falls when other rows are listed: what was all of one search is not all of another. */
function useChosenTeams(rows: readonly TeamRow[], total: number) {
  const { filter, query, search } = useTeamSearch();
  const list = `${search.unit} ${search.at} ${filter} ${query}`;
  const [kept, setKept] = useState<{ list: string; chosen: Chosen }>({ list, chosen: nothing });
  const chosen = kept.list === list ? kept.chosen : nothing;
  const ids = useMemo(() => rows.map((team) => team.id), [rows]);
  const set = (next: Chosen) => setKept({ list, chosen: next });
  return {
    chosen,
    count: chosenCount(chosen, total),
    selected: useMemo(() => chosenOf(chosen, ids), [chosen, ids]),
    onSelect: (picked: ReadonlySet<string>) => set(choose(chosen, ids, picked)),
    onSelectAll: (all: boolean) => set(all ? everything : nothing),
  };
}

const idOf = (team: TeamRow) => team.id;

export function TeamsTable(props: TeamsTableProps) {
  const { sums, unitId, past } = props;
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const { query, change } = useTeamSearch();
  const [supporting, setSupporting] = useState<readonly TeamRow[]>([]);
  const { pages, columns, sort, setSort, isWhole } = useRows(props, (team) => setSupporting([team]));
  const choice = useChosenTeams(pages.rows, pages.total);
  const { selected, onSelect, onSelectAll, chosen, count } = choice;
  const picked = useMemo(() => pages.rows.filter((team) => selected.has(team.id)), [pages.rows, selected]);
  const bar = { chosen, count, unitId, teams: picked, clear: () => onSelectAll(false) };
  const paged = { total: pages.total, more: pages.more, sort, onSort: setSort };
  const clear = () => change({ q: undefined, filter: undefined });
  const open = useCallback(
    (team: TeamRow) => void navigate({ to: '/teams/$teamId', params: { teamId: team.id } }),
    [navigate],
  );
  return (
    <>
      <PastBar />
      <Toolbar sums={sums} today={me.today} />
      {!past && <SelectionBar {...bar} onSupporter={() => setSupporting(picked)} />}
      <Loaded query={pages} rows={12}>
        {() => (
          <DataTable
            label={t('teams.title')}
            columns={columns}
            rows={pages.rows}
            rowId={idOf}
            of={sums && sums.activeTeams + sums.draftTeams}
            what={t('unit.teams')}
            {...(!past && { selected, onSelect })}
            paged={past ? paged : { ...paged, onSelectAll, chosen: count }}
            totals={isWhole}
            sumColumn="members"
            onOpen={open}
            footLeft={query && <span>{t('table.searching', { q: query })}</span>}
            empty={<NoMatch text={t('teams.noMatch')} onClear={clear} />}
          />
        )}
      </Loaded>
      {supporting.length > 0 && <SupporterModal unitId={unitId} teams={supporting} onClose={() => setSupporting([])} />}
    </>
  );
}
