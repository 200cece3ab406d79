import '@mantine/dates/styles.css';
import { useState } from 'react';
import { keepingTerms } from '#contracts/organization/keeping-terms';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';
import { TraceDialog } from './trace-dialog.tsx';
import './log.css';
import { Unusual } from './unusual.tsx';
import { useAsked, useLog } from './use-log.ts';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

/** By the dated rule of today. */
function useKeptMonths(unitId: string): number {
  const { data } = api.useQuery('get', '/units/{unitId}/dated-rules', { params: { path: { unitId }, query: {} } });
  const value = data?.find(({ kind }) => kind === 'keepLog')?.now?.value;
  return value?.kind === 'keepLog' ? value.amount : keepingTerms.keepLog.usual;
}

function Foot({ shown, hasMore, onTrace }: { shown: number; hasMore: boolean; onTrace: () => void }) {
  const { t } = useI18n();
  return (
    <div className="card-foot">
      <span>{t(hasMore ? 'logPage.shown' : 'logPage.shownAll', { n: shown })}</span>
      <span className="log-keys">{t('logPage.keys')}</span>
      <button type="button" className="link" onClick={onTrace}>
        {t('logPage.trace')}
      </button>
    </div>
  );
}

/** Who did what, who looked at whose number and why, who took which list away. */
export function LogPage() {
  const { t } = useI18n();
  const asked = useAsked();
  const pages = useLog(asked);
  const [open, setOpen] = useState<'export' | 'trace' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="page log">
      <PageHeader
        title={t('logPage.title')}
        hint={t('logPage.sub', { months: useKeptMonths(asked.unitId) })}
        acts={
          <HeaderAct icon="download" note="Excel" disabled={pages.rows.length === 0} onClick={() => setOpen('export')}>
            {t('logPage.export')}
          </HeaderAct>
        }
      />
      <Unusual key={asked.unitId} asked={asked} />
      <Card>
        <LogFilters asked={asked} />
        <Loaded query={pages} rows={10}>
          {() =>
            pages.rows.length > 0 ? (
              <LogTable rows={pages.rows} unitId={asked.unitId} />
            ) : (
              <div className="dt-empty">
                <NoMatch text={t('logPage.none')} onClear={asked.clear} />
              </div>
            )
          }
        </Loaded>
        <MoreRows more={pages.more} hasMore={pages.hasMore} />
        <Foot shown={pages.rows.length} hasMore={pages.hasMore} onTrace={() => setOpen('trace')} />
      </Card>
      {open === 'export' && <ExportDialog asked={asked} onClose={close} />}
      {open === 'trace' && <TraceDialog asked={asked} onClose={close} />}
    </div>
  );
}
