import { Button } from '@mantine/core';
import { useState } from 'react';
import { deadlineText } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import './joint-work.css';
import { PartnerReportDialog } from './partner-report-dialog.tsx';

type Joint = Schemas['JointTask'];

function Row({ task, onReport }: { task: Joint; onReport: () => void }) {
  const { t, n, lang } = useI18n();
  const unit = lang === 'en' ? task.indicator.unitEn : task.indicator.unit;
  return (
    <tr>
      <td>
        <b>{task.title}</b>
        <span className="cell-2">{task.work}</span>
      </td>
      <td>
        {task.team.name}
        <span className="cell-2">{deadlineText(task.dueOn, Date.now(), 'short', lang)}</span>
      </td>
      <td data-right data-head={t('joint.ofTeam')}>
        {n(task.reported)}
        <span className="cell-2">{t('joint.ofTarget', { n: n(task.target), unit })}</span>
      </td>
      <td data-right data-head={t('joint.ofUs')}>
        {n(task.partner?.reported ?? 0)}
      </td>
      <td>
        <Button variant="default" onClick={onReport}>
          {t('joint.report')}
        </Button>
      </td>
    </tr>
  );
}

function Rows({ tasks, onReport }: { tasks: readonly Joint[]; onReport: (task: Joint) => void }) {
  const { t } = useI18n();
  return (
    <table className="dt-table plain-table joint-table">
      <thead>
        <tr>
          <th>{t('joint.work')}</th>
          <th>{t('joint.team')}</th>
          <th data-right>{t('joint.ofTeam')}</th>
          <th data-right>{t('joint.ofUs')}</th>
          <th>
            <span className="visually-hidden">{t('joint.report')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <Row key={task.id} task={task} onReport={() => onReport(task)} />
        ))}
      </tbody>
    </table>
  );
}

/** What the company does together with teams: the team's number, its own, and the way to say more. */
export function JointWorkPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [opened, setOpened] = useState<Joint>();
  const path = { unitId: post.unit.id };
  const pages = usePages<Joint, Schemas['JointTaskPage']>(
    '/units/{unitId}/joint-tasks',
    { params: { path } },
    (cursor) => client.GET('/units/{unitId}/joint-tasks', { params: { path, query: cursor } }),
    { idOf: ({ id }: Joint) => id },
  );
  return (
    <div className="page">
      <PageHeader title={t('nav.jointWork')} hint={t('joint.sub')} />
      <Card>
        <Loaded query={pages} rows={6}>
          {() =>
            pages.rows.length === 0 ? (
              <EmptyState icon="users-group" title={t('joint.empty')}>
                {t('joint.emptyText')}
              </EmptyState>
            ) : (
              <>
                <Rows tasks={pages.rows} onReport={setOpened} />
                <MoreRows more={pages.more} hasMore={pages.hasMore} />
              </>
            )
          }
        </Loaded>
      </Card>
      {opened && <PartnerReportDialog task={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
