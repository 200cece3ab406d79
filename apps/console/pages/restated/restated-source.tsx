import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { nameOf } from '../../ui/text/figures.ts';
import { type BoardPart, cellText, type Indicator, type RestatedBoard } from './board-facts.ts';
import { PartSource } from './part-source.tsx';
import type { Restated } from './restated.ts';

/** What of the figure each unit of then brought, in the order of the communes of today. */
const partsOf = ({ rows }: RestatedBoard): BoardPart[] => rows.flatMap((row) => row.parts);

function Parts({ board, indicator }: { board: RestatedBoard; indicator: Indicator }) {
  const { t, lang } = useI18n();
  const parts = partsOf(board);
  const missing = board.rows.flatMap((row) => row.missing);
  const value = ({ figures }: BoardPart) => {
    const figure = figures.find(({ code }) => code === indicator.code);
    return figure?.known === false ? t('rst.unknown') : figure ? cellText(figure, indicator, lang) : '–';
  };
  if (parts.length + missing.length === 0) return <p className="muted">{t('rst.none')}</p>;
  return (
    <PlainTable
      label={t('rst.source.table')}
      rows={[...parts, ...missing]}
      rowId={(row) => ('unit' in row ? row.unit.id : row.id)}
      columns={[
        { header: t('rst.source.unit'), cell: (row) => ('unit' in row ? row.unit : row).fullName },
        {
          header: t('rst.source.from'),
          cell: (row) =>
            'unit' in row ? <PartSource part={row} /> : <span className="late">{t('rsb.part.missing')}</span>,
        },
        {
          header: nameOf(indicator, lang),
          cell: (row) => ('unit' in row ? value(row) : '–'),
          className: 'num',
        },
      ]}
    />
  );
}

interface Props {
  unitId: string;
  month: string;
  indicator: Restated['figures'][number]['indicator'];
  onClose: () => void;
}

/** A figure in the units of today opens what it was added up from, down to each report and its records. */
export function RestatedSource({ unitId, month, indicator, onClose }: Props) {
  const { t, lang } = useI18n();
  const query = api.useQuery('get', '/units/{unitId}/restated/board', {
    params: { path: { unitId }, query: { month, codes: indicator.code } },
  });
  return (
    <Dialog title={t('rst.source.title', { name: nameOf(indicator, lang) })} onClose={onClose}>
      <p className="caption">{t('rst.unchanged')}</p>
      <Loaded query={query} rows={4}>
        {(board) => <Parts board={board} indicator={indicator} />}
      </Loaded>
    </Dialog>
  );
}
