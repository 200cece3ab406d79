import { useMemo, useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { foldMarks } from '#i18n/fold';
import { api, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { countColumns } from '../../../ui/table/columns.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import type { Column } from '../../../ui/table/table-column.ts';
import { SearchField } from '../../../ui/form.tsx';
import { Bar, Card } from '../../../ui/layout.tsx';
import { Marked } from '../../../ui/marked.tsx';
import { Loaded, NoMatch } from '../../../ui/states.tsx';

type Load = Schemas['TrainingLoad'][number];
const backDays = 90;
const aheadDays = 90;

function Communes({ row }: { row: Load }) {
  const { t, n } = useI18n();
  const { communes, communesCovered, provider } = row;
  return (
    <span className="load-communes">
      <Bar
        parts={[{ value: communes, color: 'bar-1' }]}
        of={communesCovered}
        label={t('train.load.bar', { name: provider.name, a: communes, b: communesCovered })}
      />
      <span aria-hidden="true">
        {n(communes)}/{n(communesCovered)}
      </span>
    </span>
  );
}

function useColumns(rows: readonly Load[], query: string): Column<Load>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<Load>(n);
    return [
      {
        id: 'provider',
        header: t('train.load.provider'),
        value: (row) => row.provider.name,
        cell: (row) => (
          <b>
            <Marked text={row.provider.name} query={query} />
          </b>
        ),
        total: t('table.total'),
      },
      count('held', t('train.load.held'), (row) => row.held, { width: 80, rows }),
      count('attended', t('train.load.attended'), (row) => row.attended, { width: 92, rows }),
      count('hours', t('train.load.hours'), (row) => row.hours, { width: 76, rows, hideBelow: 560 }),
      count('proposed', t('train.load.proposed'), (row) => row.proposed, { width: 92, rows, hideBelow: 700 }),
      count('cancelled', t('train.load.cancelled'), (row) => row.cancelled, { width: 84, rows, hideBelow: 820 }),
      {
        ...count('communes', t('train.load.communes'), (row) => row.communes, { width: 150, hideBelow: 700 }),
        cell: (row) => <Communes row={row} />,
      },
      count('liked', t('train.load.liked'), (row) => (row.liked === null ? null : Math.round(row.liked * 10) / 10), {
        width: 116,
        hideBelow: 1000,
      }),
    ];
  }, [t, n, rows, query]);
}

function Table({ all }: { all: readonly Load[] }) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const rows = useMemo(
    () => all.filter(({ provider }) => foldMarks(provider.name).includes(foldMarks(query))),
    [all, query],
  );
  const columns = useColumns(rows, query);
  if (all.length === 0) return <p className="state">{t('train.load.none')}</p>;
  return (
    <>
      {all.length > 8 && (
        <div className="toolbar">
          <SearchField label={t('train.load.find')} value={query} onChange={setQuery} />
        </div>
      )}
      <DataTable
        label={t('train.load.title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.provider.id}
        of={all.length}
        what={t('train.load.what')}
        totals
        empty={<NoMatch text={t('train.load.noMatch')} onClear={() => setQuery('')} />}
      />
    </>
  );
}

/** Providers are measured too: what each held, for how many, where it has been, how it was liked. */
export function LoadCard() {
  const { t, lang } = useI18n();
  const { post, me } = useIdentity();
  const range = { from: addDays(me.today, -backDays), to: addDays(me.today, aheadDays) };
  const query = api.useQuery('get', '/units/{unitId}/training-load', {
    params: { path: { unitId: post.unit.id }, query: range },
  });
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return (
    <Card
      title={t('train.load.title')}
      note={<span className="num-text">{t('train.load.note', { from: day(range.from), to: day(range.to) })}</span>}
    >
      <Loaded query={query} rows={4}>
        {(rows) => <Table all={rows} />}
      </Loaded>
    </Card>
  );
}
