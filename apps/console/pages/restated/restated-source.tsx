import { Table } from '@mantine/core';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
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
  if (parts.length + missing.length === 0) return <p className="muted">{t('rst.none')}</p>;
  return (
    <Table aria-label={t('rst.source.table')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('rst.source.unit')}</Table.Th>
          <Table.Th>{t('rst.source.from')}</Table.Th>
          <Table.Th>{nameOf(indicator, lang)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map((part) => {
          const figure = part.figures.find(({ code }) => code === indicator.code);
          return (
            <Table.Tr key={part.unit.id}>
              <Table.Td>{part.unit.fullName}</Table.Td>
              <Table.Td>
                <PartSource part={part} />
              </Table.Td>
              <Table.Td className="num">
                {figure?.known === false ? t('rst.unknown') : figure ? cellText(figure, indicator, lang) : '–'}
              </Table.Td>
            </Table.Tr>
          );
        })}
        {missing.map((unit) => (
          <Table.Tr key={unit.id}>
            <Table.Td>{unit.fullName}</Table.Td>
            <Table.Td className="late">{t('rsb.part.missing')}</Table.Td>
            <Table.Td className="num">–</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
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
