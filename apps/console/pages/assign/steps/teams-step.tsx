import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { finds } from '#i18n/spoken';
import { SearchField } from '../../../ui/form.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import type { Column } from '../../../ui/table/table-column.ts';
import { Card } from '../../../ui/layout.tsx';
import { NoMatch } from '../../../ui/states.tsx';
import type { Draft, PoolTeam } from '../draft.ts';

const loadLimit = 4;

export function usePoolColumns(above: boolean): Column<PoolTeam>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const columns: Column<PoolTeam>[] = [
      {
        id: 'team',
        header: t('assign.col.team'),
        value: (team) => team.name,
        cell: (team) => (
          <>
            <b>{team.name}</b>
            {team.tooFew && <span className="warn"> · {t('assign.fewPeople', { n: team.members })}</span>}
          </>
        ),
      },
      {
        id: 'households',
        header: t('assign.col.households'),
        value: (team) => team.households,
        right: true,
        width: 100,
      },
      {
        id: 'members',
        header: t('teams.col.members'),
        value: (team) => team.members,
        right: true,
        width: 90,
        hideBelow: 560,
      },
      {
        id: 'load',
        header: t('assign.col.load'),
        value: (team) => team.openTasks,
        cell: (team) => (
          <span className={team.openTasks >= loadLimit ? 'warn' : ''}>
            {team.openTasks >= loadLimit ? t('assign.overload', { n: team.openTasks }) : n(team.openTasks)}
          </span>
        ),
        right: true,
        width: 150,
      },
    ];
    if (!above) return columns;
    const commune = { id: 'commune', header: t('assign.col.commune'), value: (team: PoolTeam) => team.communeName };
    // The server sorts by the team's name.
    return [commune, ...columns].map((column) => ({ ...column, sortable: false as const }));
  }, [t, n, above]);
}

interface TeamsStepProps {
  pool: readonly PoolTeam[];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  onBack: () => void;
  onNext: () => void;
}

interface FootProps {
  chosen: number;
  what?: 'teams' | 'communes';
  onBack: () => void;
  onNext: () => void;
}

export function ChoiceFoot({ chosen, what = 'teams', onBack, onNext }: FootProps) {
  const { t } = useI18n();
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={onBack}>
        {t('act.back')}
      </Button>
      <span className="foot-bar-space" />
      <span className="caption" role="status">
        {t(what === 'communes' ? 'allot.selected' : 'teams.selected', { n: chosen })}
      </span>
      <Button disabled={chosen === 0} onClick={onNext}>
        {t('assign.nextConcrete')}
      </Button>
    </div>
  );
}

/** Which teams get the work; a team's present load stands in its row before it is chosen. */
export function TeamsStep({ pool, draft, change, onBack, onNext }: TeamsStepProps) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const columns = usePoolColumns(false);
  const rows = useMemo(
    () => pool.filter(({ name, communeName }) => finds(query)(`${name} ${communeName}`)),
    [pool, query],
  );
  const selected = useMemo(() => new Set(draft.teamIds), [draft.teamIds]);
  const all = pool.length > 0 && selected.size === pool.length;
  const toggleAll = () => change({ teamIds: all ? [] : pool.map((team) => team.id) });
  const noMatch = <NoMatch text={t('teams.noMatch')} onClear={() => setQuery('')} />;
  return (
    <>
      <Card>
        <div className="toolbar">
          <SearchField label={t('teams.search')} value={query} onChange={setQuery} />
          <span className="toolbar-space" />
          <Button size="xs" variant="light" onClick={toggleAll}>
            {all ? t('teams.clear') : t('assign.allTeams', { n: pool.length })}
          </Button>
        </div>
        <DataTable
          label={t('assign.title.teams')}
          columns={columns}
          rows={rows}
          of={pool.length}
          rowId={(team) => team.id}
          what={t('unit.teams')}
          selected={selected}
          onSelect={(ids) => change({ teamIds: [...ids] })}
          sumColumn="households"
          empty={pool.length === 0 ? t('assign.noTeams') : noMatch}
        />
      </Card>
      <ChoiceFoot chosen={selected.size} onBack={onBack} onNext={onNext} />
    </>
  );
}
