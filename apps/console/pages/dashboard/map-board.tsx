import { type ReactNode, Suspense } from 'react';
import { placeInside } from '#i18n/places';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Loaded, Loading } from '../../ui/states.tsx';
import { useUnitMap } from '../maps/use-unit-map.ts';
import { useOpenPart } from './chosen-part.tsx';
import type { Cell, Metric, Overview } from './overview-facts.ts';
import { useCellText } from './use-cell-text.ts';

/** With the library that draws it. */
const UnitMap = later(() => import('../maps/unit-map.tsx'), 'UnitMap');

/** What the map shows, as a table: for who does not see it, and for paper, where nobody points at a shape for its name. */
function Twin({ cells, metric }: { cells: readonly Cell[]; metric: Metric }) {
  const { t } = useI18n();
  const text = useCellText(metric);
  return (
    <>
      {/* A table alone would keep its height. */}
      <div className="visually-hidden no-print">
        <table>
          <caption>{t(`over.metric.${metric}`)}</caption>
          <tbody>
            {cells.map((cell) => (
              <tr key={cell.part.unit.id}>
                <th scope="row">{cell.part.unit.fullName}</th>
                <td>{text.said(cell)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="over-cells over-cells-printed print-only" aria-hidden="true">
        {cells.map((cell) => (
          <li key={cell.part.unit.id} className="over-cell" data-level={cell.level ?? 'none'}>
            <span>{cell.part.unit.name}</span>
            <b className="num">{text.short(cell)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Props {
  overview: Overview;
  cells: readonly Cell[];
  metric: Metric;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
  /** Cells of those that the map has no outline of. */
  children: (cells: readonly Cell[]) => ReactNode;
}

/** The cells as a map, in the same colours. */
export function MapBoard({ overview, cells, metric, chosenId, onChoose, children }: Props) {
  const { t } = useI18n();
  const text = useCellText(metric);
  const open = useOpenPart();
  const query = useUnitMap(overview.unit.id, overview.isCurrent ? undefined : overview.at);
  const areas = cells.map((cell) => ({
    id: cell.part.unit.id,
    short: text.short(cell),
    said: `${cell.part.unit.fullName}: ${text.said(cell)}`,
    level: cell.level ?? 'none',
  }));
  const onOpen =
    open && ((id: string) => cells.filter(({ part }) => part.unit.id === id).map(({ part }) => open(part)));
  return (
    <Loaded query={query} rows={8}>
      {(map) => {
        const drawn = new Set(map.objects.parts.geometries.map(({ id }) => id));
        const without = cells.filter(({ part }) => !drawn.has(part.unit.id));
        return (
          <>
            {drawn.size > 0 && (
              <Suspense fallback={<Loading />}>
                <UnitMap
                  map={map}
                  areas={areas}
                  label={t('over.mapOf', {
                    unit: placeInside(overview.unit.fullName),
                    metric: t(`over.metric.${metric}`),
                  })}
                  chosenId={chosenId}
                  onChoose={onChoose}
                  {...(onOpen && { onOpen })}
                />
              </Suspense>
            )}
            <Twin cells={cells} metric={metric} />
            {without.length > 0 && (
              <div className="no-print">
                <p className="caption">{t('over.noShape')}</p>
                {children(without)}
              </div>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
