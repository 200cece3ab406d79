import { type KeyboardEvent, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Asked, type Chosen, type Coverage, partOf, type Provider, type Row } from './use-coverage.ts';

interface GridProps {
  rows: readonly Row[];
  coverage: Coverage;
  by: Asked['by'];
  chosen: Chosen | null;
  onOpen: (chosen: Chosen) => void;
}

interface CellProps {
  row: Row;
  provider: Provider;
  covered: number;
  isChosen: boolean;
  /** The only cell that Tab stops at; arrows lead to the others. */
  isStop: boolean;
  place: string;
  onOpen: () => void;
}

function CellButton({ row, provider, covered, isChosen, isStop, place, onOpen }: CellProps) {
  const { t, n } = useI18n();
  const part = partOf(covered, row.hamlets);
  const said = t(`providers.cell.${part}`, {
    provider: provider.name,
    unit: row.unit.fullName,
    n: covered,
    all: row.hamlets,
  });
  return (
    <button
      type="button"
      className="coverage-cell"
      data-part={part}
      data-place={place}
      aria-label={said}
      aria-pressed={isChosen}
      tabIndex={isStop ? 0 : -1}
      onClick={onOpen}
    >
      {part === 'whole' && <Icon name="check" size={15} />}
      {part === 'none' ? '–' : row.commune ? '' : n(covered)}
    </button>
  );
}

const moves: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go from cell to cell; Enter and Space press it, as they do any button. */
function useArrows() {
  const [stop, setStop] = useState('0 0');
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = moves[event.key];
    const here = event.target instanceof HTMLElement ? event.target.dataset['place'] : undefined;
    if (!move || !here) return;
    const [row = 0, column = 0] = here.split(' ').map(Number);
    const next = `${row + move[0]} ${column + move[1]}`;
    const cell = event.currentTarget.querySelector<HTMLElement>(`[data-place="${next}"]`);
    if (!cell) return;
    event.preventDefault();
    setStop(next);
    cell.focus();
  };
  return { stop, press };
}

function Head({ coverage, by }: Pick<GridProps, 'coverage' | 'by'>) {
  const { t } = useI18n();
  return (
    <thead>
      <tr>
        <th>{t(by === 'commune' ? 'providers.col.commune' : 'providers.col.hamlet')}</th>
        {by === 'commune' && <th data-right>{t('providers.col.hamlets')}</th>}
        {coverage.providers.map(({ id, name, kind }) => (
          <th key={id}>
            {name}
            <span className="cell-2">{t(`providers.kind.${kind}`)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Foot({ coverage }: { coverage: Coverage }) {
  const { t, n } = useI18n();
  return (
    <tfoot>
      <tr>
        <td>{t('providers.sum')}</td>
        <td data-right>{n(coverage.hamlets)}</td>
        {coverage.providers.map(({ id, name, hamlets }) => (
          <td key={id} className="coverage-sum num" data-label={name}>
            {n(hamlets)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Communes or hamlets down, providers across. */
export function CoverageGrid({ rows, coverage, by, chosen, onOpen }: GridProps) {
  const { t, n } = useI18n();
  const { stop, press } = useArrows();
  return (
    <div className="coverage-scroll">
      <table className="dt-table plain-table coverage-table" onKeyDown={press}>
        <Head coverage={coverage} by={by} />
        <tbody>
          {rows.map((row, line) => (
            <tr key={row.unit.id}>
              <th scope="row">
                {row.commune ? row.unit.fullName : row.unit.name}
                {row.commune && <span className="cell-2">{row.commune.fullName}</span>}
              </th>
              {by === 'commune' && (
                <td data-right data-label={t('providers.col.hamlets')}>
                  {n(row.hamlets)}
                </td>
              )}
              {coverage.providers.map((provider, column) => {
                const unitId = row.commune?.id ?? row.unit.id;
                return (
                  <td key={provider.id} data-label={provider.name}>
                    <CellButton
                      row={row}
                      provider={provider}
                      covered={row.covered[column] ?? 0}
                      isChosen={chosen?.providerId === provider.id && chosen.unitId === unitId}
                      isStop={stop === `${line} ${column}`}
                      place={`${line} ${column}`}
                      onOpen={() => onOpen({ providerId: provider.id, unitId })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {by === 'commune' && <Foot coverage={coverage} />}
      </table>
    </div>
  );
}
