import type { ExportPurpose } from '#contracts/access/log-kinds';
import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { api, client } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { Failed } from '../../ui/states.tsx';
import { isMoving, type ListJob, listLooks, worthShowing } from './list-facts.ts';
import { downloadDocument } from './download-document.ts';
import './documents.css';

const movingMs = 2_000;

function useMake() {
  const { t } = useI18n();
  return useCommand({
    send: ({ unitId, ...body }: { unitId: string; at: string; purpose: ExportPurpose }, header) =>
      client.POST('/units/{unitId}/list-jobs', { params: { path: { unitId }, header }, body }),
    touches: ['/me/list-jobs'],
    done: () => showNotice(t('doc.list.asked')),
  });
}

/** Has the list made in the background; pressed again while it is made, it stays the same one. */
export function MakeList({ purpose, ...list }: { unitId: string; at: string; purpose: ExportPurpose | null }) {
  const { t } = useI18n();
  const make = useMake();
  return (
    <div className="take-buttons">
      <Button
        fullWidth
        justify="flex-start"
        leftSection={<Icon name="file-spreadsheet" />}
        loading={make.isPending}
        disabled={purpose === null}
        onClick={() => purpose && make.mutate({ ...list, purpose })}
      >
        {t('doc.list.make')}
      </Button>
      <span className="caption">{t('doc.list.how')}</span>
    </div>
  );
}

function Making({ job, name }: { job: ListJob; name: string }) {
  const { t } = useI18n();
  return (
    <>
      <Progress value={job.percent} size="sm" aria-label={t('doc.list.progress', { list: name })} />
      <span className="caption">
        {job.teams === null
          ? t('doc.list.percent', { percent: job.percent })
          : t('doc.list.percentOf', { percent: job.percent, n: job.teams })}
      </span>
    </>
  );
}

function Ready({ job, name }: { job: ListJob; name: string }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const saved = await downloadDocument(`/me/list-jobs/${job.id}/file`, job.name ?? 'phu-luc-1.xlsx');
      showNotice(t('doc.taken', { name: saved }));
    } catch (error) {
      showNotice(problemText(i18n, error), 'failed');
    }
    setBusy(false);
  };
  return (
    <div className="list-job-act">
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="download" size={16} />}
        aria-label={t('doc.list.takeNamed', { list: name })}
        loading={busy}
        onClick={() => void take()}
      >
        {t('doc.list.take')}
      </Button>
      {job.keptUntil && (
        <span className="caption">{t('doc.list.kept', { date: formatDate(dateInVietnam(job.keptUntil), lang) })}</span>
      )}
    </div>
  );
}

function Again({ job, name }: { job: ListJob; name: string }) {
  const { t } = useI18n();
  const make = useMake();
  const { purpose } = job;
  return (
    <>
      <span className="caption">{t('doc.list.failedText')}</span>
      {purpose && (
        <div className="list-job-act">
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="refresh" size={16} />}
            aria-label={t('doc.list.againNamed', { list: name })}
            loading={make.isPending}
            onClick={() => make.mutate({ unitId: job.unit.id, at: job.at, purpose })}
          >
            {t('doc.list.again')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Its state is said when it changes, together with its name; the percent is not. */
function Entry({ job }: { job: ListJob }) {
  const { t, lang } = useI18n();
  const date = formatDate(job.at, lang, { withYear: true });
  const name = t('doc.list.name', { unit: job.unit.fullName, date });
  const { tone, icon, word } = listLooks[job.state];
  return (
    <li className="list-job">
      <div className="list-job-head" aria-live="polite" aria-atomic="true">
        <b>{job.unit.fullName}</b>
        <span className="caption">{t('doc.list.at', { date })}</span>
        <Chip tone={tone} icon={icon}>
          {t(word)}
        </Chip>
      </div>
      {job.state === 'running' && <Making job={job} name={name} />}
      {job.state === 'ready' && <Ready job={job} name={name} />}
      {job.state === 'failed' && <Again job={job} name={name} />}
    </li>
  );
}

/** The lists that I asked for, of whichever unit; looked at again and again only while one is being made. */
export function ListsMade() {
  const { t } = useI18n();
  const { data, error, refetch } = api.useQuery(
    'get',
    '/me/list-jobs',
    {},
    { staleTime: 0, refetchInterval: ({ state }) => (state.data?.some(isMoving) ? movingMs : false) },
  );
  if (data === undefined) return error ? <Failed error={error} refetch={refetch} /> : null;
  const jobs = worthShowing(data);
  if (jobs.length === 0) return null;
  return (
    <section aria-label={t('doc.list.title')}>
      <h3>{t('doc.list.title')}</h3>
      <ul className="list-jobs">
        {jobs.map((job) => (
          <Entry key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}
