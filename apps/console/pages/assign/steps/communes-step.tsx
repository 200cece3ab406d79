import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { finds } from '#i18n/spoken';
import { useI18n } from '../../../i18n/i18n.tsx';
import { SearchField } from '../../../ui/form.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Loaded, NoMatch } from '../../../ui/states.tsx';
import { countColumns } from '../../../ui/table/columns.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import type { Column } from '../../../ui/table/table-column.ts';
import type { Draft, PoolTeam } from '../draft.ts';
import { ChoiceFoot } from './teams-step.tsx';
import type { useCommunePool } from './use-pool.ts';

/** Whether teams get the work from here, or communes a number to hand on. */
export function WhoGetsIt({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { t } = useI18n();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('allot.to')}
      value={draft.to}
      onChange={(to) => change({ to: to as Draft['to'], teamIds: [], fixed: {}, mode: 'households' })}
      data={(['teams', 'communes'] as const).map((value) => ({ value, label: t(`allot.to.${value}`) }))}
    />
  );
}

function useColumns(): Column<PoolTeam>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<PoolTeam>(n);
    return [
      { id: 'commune', header: t('assign.col.commune'), value: (row) => row.name, cell: (row) => <b>{row.name}</b> },
      count('households', t('assign.col.households'), (row) => row.households, { width: 84 }),
      count('teams', t('list.teams'), (row) => row.openTasks, {
        width: 80,
        hideBelow: 560,
        alarm: (row) => row.openTasks === 0,
      }),
      count('officers', t('allot.officers'), (row) => row.members, { width: 84, alarm: (row) => row.members === 0 }),
    ];
  }, [t, n]);
}

interface StepProps {
  pool: readonly PoolTeam[];
  query: ReturnType<typeof useCommunePool>['query'];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  onBack: () => void;
  onNext: () => void;
}

/** Which communes get a number; where nobody is there to read of it, that stands in red. */
export function CommunesStep({ pool, query, draft, change, onBack, onNext }: StepProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const columns = useColumns();
  const rows = useMemo(() => pool.filter((commune) => finds(typed)(commune.name)), [pool, typed]);
  const selected = useMemo(() => new Set(draft.teamIds), [draft.teamIds]);
  const all = pool.length > 0 && selected.size === pool.length;
  const toggleAll = () => change({ teamIds: all ? [] : pool.map(({ id }) => id) });
  const clear = () => setTyped('');
  return (
    <>
      <Card>
        <div className="toolbar">
          <WhoGetsIt draft={draft} change={change} />
          <SearchField label={t('allot.find')} value={typed} onChange={setTyped} />
          <span className="toolbar-space" />
          <Button size="xs" variant="light" disabled={pool.length === 0} onClick={toggleAll}>
            {all ? t('teams.clear') : t('allot.all', { n: pool.length })}
          </Button>
        </div>
        <Loaded query={query} rows={10}>
          {() => (
            <DataTable
              label={t('allot.chooseCommunes')}
              columns={columns}
              rows={rows}
              of={pool.length}
              rowId={(row) => row.id}
              what={t('unit.communes')}
              selected={selected}
              onSelect={(ids) => change({ teamIds: [...ids] })}
              sumColumn="households"
              empty={<NoMatch text={t('allot.noCommune')} onClear={clear} />}
            />
          )}
        </Loaded>
      </Card>
      <ChoiceFoot chosen={selected.size} what="communes" onBack={onBack} onNext={onNext} />
    </>
  );
}
