import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatBytes } from '#i18n';
import { api, client, download } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice, Steps } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { mustFix, type Roster } from './findings.ts';
import './columns.css';
import './import.css';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/import/$importId');

export const importSteps = (t: Translate): string[] => [
  t('import.step.file'),
  t('import.step.columns'),
  t('import.step.check'),
  t('import.step.confirm'),
];

/** The file as it came, while it is kept; only who sent it gets it back. */
function OriginalLink({ roster }: { roster: Roster }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  if (!roster.original) return null;
  const get = () =>
    void download(`/roster-imports/${roster.id}/file`, roster.fileName).catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
  return (
    <button type="button" className="strong-link" onClick={get}>
      <Icon name="download" size={15} /> {t('import.original', { size: formatBytes(roster.original.bytes, lang) })}
    </button>
  );
}

function Header({ roster }: { roster: Roster }) {
  const { t, n } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const isOwn = roster.unit.id === post.unit.id;
  const above: Record<string, string> = isOwn ? {} : { unit: roster.unit.id };
  const another = async () => {
    await client.DELETE('/roster-imports/{importId}', { params: { path: { importId: roster.id } } });
    await navigate(isOwn ? { to: '/import' } : { to: '/teams', search: above });
  };
  return (
    <PageHeader
      parent={{ label: t('nav.teams'), to: '/teams', search: above }}
      title={t('import.title')}
      state={
        <span className="import-file">
          <Icon name="file-spreadsheet" size={16} /> <span className="import-name">{roster.fileName}</span>
          {roster.tables.length > 0 &&
            ` · ${t('import.sheet', { name: roster.sheetName })} · ${t('import.rows', {
              n: n(roster.rows.filter((row) => row.kind === 'member').length),
              header: roster.headerRow,
            })}`}{' '}
          <OriginalLink roster={roster} />
        </span>
      }
      acts={
        roster.status === 'staged' && (
          <HeaderAct icon="arrows-exchange" onClick={() => void another()}>
            {t('import.another')}
          </HeaderAct>
        )
      }
    />
  );
}

function CheckFoot({ roster, onNext, onColumns }: { roster: Roster; onNext: () => void; onColumns: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const left = mustFix(roster.findings).length;
  const annotated = () =>
    void download(
      `/roster-imports/${roster.id}/annotated`,
      roster.fileName.replace(/(\.\w+)?$/, '-ghi-chu.xlsx'),
    ).catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={onColumns}>
        {t('import.backToColumns')}
      </Button>
      <span className="caption">{t('import.nothingWritten')}</span>
      <span className="foot-bar-space" />
      <Button variant="default" leftSection={<Icon name="download" />} onClick={annotated}>
        {t('import.annotated')}
      </Button>
      <Button disabled={left > 0} onClick={onNext}>
        {left > 0 ? t('import.continueLeft', { n: left }) : t('import.continue')}
      </Button>
    </div>
  );
}

function View({ roster }: { roster: Roster }) {
  const { t } = useI18n();
  const [step, setStep] = useState<1 | 2 | 3>(roster.tables.length === 0 ? 1 : 2);
  const toColumns = () => setStep(1);
  return (
    <>
      <Header roster={roster} />
      <Steps labels={importSteps(t)} at={step} onGo={(to) => (to === 1 || to === 2) && setStep(to)} />
      {roster.alreadyImported && (
        <Notice tone="new" icon="info-circle">
          {t('import.already')}
        </Notice>
      )}
      {roster.droppedColumns.length > 0 && (
        <Notice tone="new" icon="shield-check">
          {t('import.dropped', { columns: roster.droppedColumns.join(', ') })}
        </Notice>
      )}
      {step === 1 && <ColumnsStep roster={roster} onNext={() => setStep(2)} />}
      {step === 2 && <CheckStep roster={roster} onColumns={toColumns} />}
      {step === 2 && <CheckFoot roster={roster} onNext={() => setStep(3)} onColumns={toColumns} />}
      {step === 3 && <ConfirmStep roster={roster} onBack={() => setStep(2)} />}
    </>
  );
}

export function ImportPage() {
  const { importId } = route.useParams();
  const query = api.useQuery(
    'get',
    '/roster-imports/{importId}',
    { params: { path: { importId } } },
    { staleTime: 60_000 },
  );
  return (
    <div className="page">
      <Loaded query={query} rows={12}>
        {(roster) => <View roster={roster} />}
      </Loaded>
    </div>
  );
}
