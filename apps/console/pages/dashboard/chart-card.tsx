import { SegmentedControl, Table } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { HowCounted, type HowId } from '../../ui/how-counted.tsx';
import { Card } from '../../ui/layout.tsx';
import { type Drawing, isEmpty, type Target } from './dashboard-facts.ts';

const Chart = later(() => import('./chart.tsx'), 'Chart');

interface Props {
  title: string;
  drawing: Drawing;
  /** Head of the first column of the table. */
  head: string;
  empty?: string;
  /** How what is drawn is counted. */
  how?: readonly HowId[];
  /** Chooses what is drawn. */
  choice?: ReactNode;
  height?: number;
}

/** A value, and the way to its records. */
function Opened({ target, text }: { target: Target | null | undefined; text: string }) {
  if (!target || text === '–') return text;
  return (
    <Link className="link num" to={target.to} {...(target.params && { params: target.params })} search={target.search}>
      {text}
    </Link>
  );
}

/** The same as a table: what is not reported is "–". */
export function Twin({ drawing, head, title }: Pick<Props, 'drawing' | 'head' | 'title'>) {
  const { n } = useI18n();
  const text = (value: number | null | undefined) => (value == null ? '–' : `${n(value)}${drawing.unit}`);
  return (
    <div className="dash-scroll" tabIndex={0} role="region" aria-label={title}>
      <Table className="plain-table" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            {drawing.series.map(({ name }) => (
              <Table.Th key={name} data-right>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drawing.labels.map((label, row) =>
            drawing.cuts?.includes(row) ? (
              <Table.Tr key={label} className="dash-cut">
                <Table.Td colSpan={drawing.series.length + 1}>{label}</Table.Td>
              </Table.Tr>
            ) : (
              <Table.Tr key={label}>
                <Table.Td>{label}</Table.Td>
                {drawing.series.map(({ name, values, imported }) => (
                  <Table.Td key={name} data-right>
                    {/* What was a year ago is not among the records of the month. */}
                    <Opened
                      target={imported ? null : drawing.targets?.[row]}
                      text={`${text(values[row])}${imported?.[row] ? '*' : ''}`}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What a chart says, for those who do not see it. */
export function spoken(title: string, { labels, series, unit, cuts }: Drawing, n: (value: number) => string): string {
  const rows = labels.map((label, row) => {
    if (cuts?.includes(row)) return label;
    const values = series.map(({ name, values: all, imported }) => {
      const value = all[row];
      return `${name} ${value == null ? '–' : `${n(value)}${unit}`}${imported?.[row] ? '*' : ''}`;
    });
    return `${label}: ${values.join(', ')}`;
  });
  return `${title}. ${rows.join('; ')}`;
}

export function ChartCard({ title, drawing, head, empty, how, choice, height }: Props) {
  const { t, n } = useI18n();
  const navigate = useNavigate();
  const [view, setView] = useState('chart');
  const data = ['chart', 'table'].map((value) => ({
    value,
    label: t(value === 'chart' ? 'dash.chart' : 'dash.table'),
  }));
  const none = isEmpty(drawing);
  return (
    <Card
      title={title}
      aside={
        <>
          {how && <HowCounted of={how} />}
          {!none && (
            <SegmentedControl
              size="xs"
              aria-label={t('dash.view', { title })}
              data={data}
              value={view}
              onChange={setView}
            />
          )}
        </>
      }
    >
      <div className="card-body dash-body">
        {choice}
        {none && <p className="muted">{empty ?? t('dash.none')}</p>}
        {!none && view === 'table' && <Twin drawing={drawing} head={head} title={title} />}
        {!none && view === 'chart' && (
          <Suspense fallback={<p className="caption">{t('dash.drawing')}</p>}>
            <Chart
              drawing={drawing}
              label={spoken(title, drawing, n)}
              onOpen={(target) => void navigate(target)}
              {...(height && { height })}
            />
          </Suspense>
        )}
      </div>
    </Card>
  );
}
