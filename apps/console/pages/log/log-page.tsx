import '@mantine/dates/styles.css';
import '../../i18n/log-words.ts';
import '../../i18n/officer-words.ts';
import '../../i18n/rule-words.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { keepingTerms } from '#contracts/organization/keeping-terms';
import { dateInVietnam } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';
import { TraceDialog } from './trace-dialog.tsx';
import './log.css';
import { type Asked, useAsked, useLog } from './use-log.ts';

/** What stands out, each with the lines behind it. */
function Unusual({ asked }: { asked: Asked }) {
  const { t } = useI18n();
  const { data } = api.useQuery('get', '/units/{unitId}/log/unusual', { params: { path: { unitId: asked.unitId } } });
  if (!data?.length) return null;
  const show = ({ use, person, from, to }: Schemas['UnusualUse']) =>
    asked.set({
      person: person.id,
      who: person.fullName,
      from: dateInVietnam(from),
      to: dateInVietnam(to),
      kind: use === 'exports' ? 'export' : use === 'refusals' ? 'refused' : 'look',
    });
  return (
    <Notice tone="late" icon="alert-triangle">
      <b>{t('logPage.unusual', { n: data.length })}</b>
      <ul className="log-unusual">
        {data.map((one) => (
          <li key={`${one.use} ${one.person.id}`}>
            <button type="button" className="link" onClick={() => show(one)}>
              {t(`logPage.unusual.${one.use}`, { name: one.person.fullName, n: one.count })}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

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
  const crumbs = useScopeCrumbs();
  const asked = useAsked();
  const pages = useLog(asked);
  const [open, setOpen] = useState<'export' | 'trace' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="page log">
      <PageHeader
        crumbs={[...crumbs, { label: t('nav.admin') }]}
        title={t('logPage.title')}
        sub={t('logPage.sub', { months: useKeptMonths(asked.unitId) })}
        actions={
          <Button
            leftSection={<Icon name="download" />}
            disabled={pages.rows.length === 0}
            onClick={() => setOpen('export')}
          >
            {t('logPage.export')}
          </Button>
        }
      />
      <Unusual asked={asked} />
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
