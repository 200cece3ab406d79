import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { SearchField } from '../../../ui/form.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Loaded, NoMatch } from '../../../ui/states.tsx';
import { choose, type Chosen, chosenOf, nothing } from '../../../ui/table/chosen.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { unsorted } from '../../../ui/table/table-column.ts';
import { type Division, type Draft, noTeams, type PoolTeam } from '../draft.ts';
import { WhoGetsIt } from './communes-step.tsx';
import { ChoiceFoot, usePoolColumns } from './teams-step.tsx';
import { usePoolPages } from './use-pool.ts';

interface StepProps {
  division: Division;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  onBack: () => void;
  onNext: () => void;
}

const idOf = (team: PoolTeam) => team.id;

/** All of one search are not all of another; teams named one by one stay whatever is searched for. */
function useChoice({ draft, change }: StepProps, q: string, ids: readonly string[]) {
  const { selection } = draft;
  const isOfThis = !selection.all || (selection.q === q && selection.filter === 'active' && selection.under === null);
  const chosen = useMemo(
    (): Chosen => (isOfThis ? { all: selection.all, ids: new Set(selection.ids) } : nothing),
    [isOfThis, selection],
  );
  const set = ({ all, ids: named }: Chosen) => {
    const kept = all && isOfThis ? selection.exceptUnits : [];
    change({ selection: { ...noTeams, all, ids: [...named], q: all ? q : '', exceptUnits: kept } });
  };
  return {
    all: chosen.all,
    selected: useMemo(() => chosenOf(chosen, ids), [chosen, ids]),
    onSelect: (picked: ReadonlySet<string>) => set(choose(chosen, ids, picked)),
    onSelectAll: (all: boolean) => set({ all, ids: new Set() }),
  };
}

/** Teams of many communes, fetched as they are scrolled: who is meant by "all" is known to the server. */
export function ManyTeamsStep(props: StepProps) {
  const { division, onBack, onNext } = props;
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { pages, pool } = usePoolPages({ q });
  const columns = usePoolColumns(true);
  const ids = useMemo(() => pool.map(idOf), [pool]);
  const { all, selected, onSelect, onSelectAll } = useChoice(props, q, ids);
  const paged = { total: pages.total, more: pages.more, ...unsorted, onSelectAll, chosen: division.teams };
  const clear = () => setTyped('');
  const noMatch = <NoMatch text={t('teams.noMatch')} onClear={clear} />;
  return (
    <>
      <Card>
        <div className="toolbar">
          <WhoGetsIt draft={props.draft} change={props.change} />
          <SearchField label={t('teams.search')} value={typed} onChange={setTyped} />
          <span className="toolbar-space" />
          <Button size="xs" variant="light" onClick={() => onSelectAll(!all)}>
            {all ? t('teams.clear') : t('assign.allTeams', { n: pages.total })}
          </Button>
        </div>
        <Loaded query={pages} rows={10}>
          {() => (
            <DataTable
              label={t('assign.title.teams')}
              columns={columns}
              rows={pool}
              rowId={idOf}
              what={t('unit.teams')}
              selected={selected}
              onSelect={onSelect}
              paged={paged}
              empty={pages.total === 0 && !q ? t('assign.noTeams') : noMatch}
            />
          )}
        </Loaded>
      </Card>
      <ChoiceFoot chosen={division.teams} onBack={onBack} onNext={onNext} />
    </>
  );
}
