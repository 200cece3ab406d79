import { Button } from '@mantine/core';
import type { Schemas } from '../../api/client.ts';
import { type RowOf, useList } from '../../api/use-list.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { nameOf, pairText } from '../../ui/text/figures.ts';
import type { Import } from './past-rows.ts';
import { usePeriodText } from './period-text.ts';

const address = '/units/{unitId}/past-imports/{importId}/figures';
type Row = RowOf<typeof address>;

/** As it was called then, and below it what it is today. */
function Unit({ row: { unit, heirs } }: { row: Row }) {
  const { t } = useI18n();
  return (
    <>
      {unit.fullName}
      {heirs.length > 0 && (
        <span className="cell-2">
          {t('pastYears.heirs', { names: heirs.map(({ fullName }) => fullName).join(', ') })}
        </span>
      )}
    </>
  );
}

/** What a file said, by the units of then. */
export function ImportDialog({ of: { id, fileName }, onClose }: { of: Import; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const periodText = usePeriodText();
  const pages = useList(address, { path: { unitId: post.unit.id, importId: id } });
  const title = t('pastYears.seeTitle', { file: fileName });
  const figure = (one: Schemas['ReportIndicator']) => ({
    header: nameOf(one, lang),
    right: true,
    cell: ({ figures }: Row) => {
      const pair = figures.find(({ code }) => code === one.code)?.pair;
      return pair ? pairText(pair, one, lang) : '–';
    },
  });
  return (
    <Dialog title={title} size="xl" onClose={onClose}>
      <Loaded query={pages} rows={6}>
        {({ indicators }) => (
          <div className="flow-table">
            <PlainTable
              label={title}
              rows={pages.rows}
              rowId={({ unit, period }) => `${unit.id} ${period}`}
              columns={[
                { header: t('pastYears.col.unit'), isHead: true, cell: (row) => <Unit row={row} /> },
                { header: t('pastYears.col.period'), cell: ({ period }) => periodText(period) },
                ...indicators.map(figure),
              ]}
            />
          </div>
        )}
      </Loaded>
      {pages.more && (
        <Button variant="default" onClick={pages.more}>
          {t('pastYears.moreRows')}
        </Button>
      )}
    </Dialog>
  );
}
