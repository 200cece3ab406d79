import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import type { SortingState } from '@tanstack/react-table';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useTeamWork } from '../../api/use-team-work.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { choose, type Chosen, chosenCount, chosenOf, everything, nothing } from '../../ui/table/chosen.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { type ChosenTeams, SupporterModal } from '../team/supporter-modal.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { teamColumns } from './team-columns.tsx';
import { countTeams, teamFilters, type TeamRow } from '../../api/team-filters.ts';
import { useTeamSearch } from './use-team-search.ts';
import { useTeams } from '../../api/use-teams.ts';

function Toolbar({ sums }: { sums: Schemas['TeamSums'] | undefined }) {
  const { t } = useI18n();
  const { filter, query, change } = useTeamSearch();
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

const oneTeam = (unitId: string, { id, name, supporters }: TeamRow): ChosenTeams => ({
  unitId,
  count: 1,
  names: [name],
  which: { only: [id] },
  supporters,
});

const idOf = (team: TeamRow) => team.id;

export function TeamsTable(props: TeamsTableProps) {
  const { sums, unitId, past } = props;
  const { t } = useI18n();
  const navigate = useNavigate();
  const { query, change } = useTeamSearch();
  const [supporting, setSupporting] = useState<ChosenTeams>();
  const { pages, columns, sort, setSort, isWhole } = useRows(props, (team) => setSupporting(oneTeam(unitId, team)));
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
      <Toolbar sums={sums} />
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
      {!past && <SelectionBar {...bar} />}
      {supporting && <SupporterModal teams={supporting} onClose={() => setSupporting(undefined)} />}
    </>
  );
}
