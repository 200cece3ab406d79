import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { type PlainColumn, PlainTable } from '../../ui/table/plain-table.tsx';

type Row = Schemas['ConsentRow'];
const columns = ['people', 'zalo', 'telegram', 'webPush', 'none'] as const;

function ConsentTable({ rows }: { rows: readonly Row[] }) {
  const { t, n } = useI18n();
  const { commune } = useIdentity();
  return (
    <div className="consent-scroll" tabIndex={0} role="region" aria-label={t('channels.consent')}>
      <PlainTable
        className="consent-table"
        cards={false}
        rows={rows}
        rowId={({ unit }) => unit.id}
        columns={[
          {
            header: t(commune ? 'channels.consent.hamlet' : 'channels.consent.commune'),
            cell: ({ unit }) => unit.fullName,
          },
          ...columns.map(
            (column): PlainColumn<Row> => ({
              header: t(`channels.consent.${column}`),
              right: true,
              cell: (row) => (
                <span className={column === 'none' && row.none > 0 ? 'warn' : undefined}>{n(row[column])}</span>
              ),
            }),
          ),
        ]}
      />
    </div>
  );
}

/** How many members have agreed to which channel: commune by commune, in a commune hamlet by hamlet. */
export function ConsentCard() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  const pages = usePages(
    '/units/{unitId}/channel-consent',
    { params: { path } },
    (cursor) => client.GET('/units/{unitId}/channel-consent', { params: { path, query: cursor } }),
    { idOf: ({ unit }: Row) => unit.id },
  );
  return (
    <Card title={t('channels.consent')} note={t('channels.consentNote')}>
      <Loaded query={pages} rows={5}>
        {() =>
          pages.rows.length === 0 ? (
            <p className="caption consent-none">{t('channels.consentEmpty')}</p>
          ) : (
            <ConsentTable rows={pages.rows} />
          )
        }
      </Loaded>
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
    </Card>
  );
}
