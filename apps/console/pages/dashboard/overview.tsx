import { Suspense, useState } from 'react';
import { later } from '../../i18n/screens.ts';
import { Loaded } from '../../ui/states.tsx';
import { CellBoard } from './cell-board.tsx';
import './dashboard.css';
import type { Metric, Overview } from './overview-facts.ts';
import { OverviewTiles } from './overview-tiles.tsx';
import type { Opened } from './teams-dialog.tsx';
import { useOverview } from './use-overview.ts';
import { OverviewHow, WarningsCard } from './warnings-card.tsx';

const TeamsDialog = later(() => import('./teams-dialog.tsx'), 'TeamsDialog', ['overview']);

/** What goes wrong first, then the figures, then where. Of another day there is nothing to be done any more. */
export function OverviewCards({ overview }: { overview: Overview }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [metric, setMetric] = useState<Metric>('active');
  return (
    <div className="over">
      {overview.isCurrent ? (
        <WarningsCard overview={overview} onOpen={setOpened} />
      ) : (
        <p className="no-print">
          <OverviewHow overview={overview} />
        </p>
      )}
      <OverviewTiles overview={overview} onOpen={setOpened} onMetric={setMetric} />
      {overview.parts.length > 0 && (
        <CellBoard overview={overview} metric={metric} onMetric={setMetric} onOpen={setOpened} />
      )}
      <Suspense>
        {opened && <TeamsDialog opened={opened} month={overview.month} onClose={() => setOpened(null)} />}
      </Suspense>
    </div>
  );
}

/** The working month of a unit, as the first page shows it. */
export function OverviewToday({ unitId }: { unitId: string }) {
  const query = useOverview(unitId, undefined);
  return (
    <Loaded query={query} rows={8}>
      {(overview) => <OverviewCards overview={overview} />}
    </Loaded>
  );
}
