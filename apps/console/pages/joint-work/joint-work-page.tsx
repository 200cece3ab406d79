import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { deadlineText } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type RowOf, useList } from '../../api/use-list.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { twoLines } from '../../ui/table/columns.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { PartnerReportDialog } from './partner-report-dialog.tsx';

const address = '/units/{unitId}/joint-tasks';
type Joint = RowOf<typeof address>;
const idOf = ({ id }: Joint) => id;

function useColumns(onReport: (task: Joint) => void): Column<Joint>[] {
  const { t, n, lang } = useI18n();
  return useMemo(
    () => [
      {
        id: 'work',
        header: t('joint.work'),
        value: ({ title }) => title,
        cell: ({ title, work }) => twoLines(<b>{title}</b>, work),
      },
      {
        id: 'team',
        header: t('joint.team'),
        value: ({ team }) => team.name,
        cell: ({ team, dueOn }) => twoLines(team.name, deadlineText(dueOn, Date.now(), 'short', lang)),
      },
      {
        id: 'ofTeam',
        header: t('joint.ofTeam'),
        right: true,
        value: ({ reported }) => reported,
        cell: ({ reported, target, indicator: { unit, unitEn } }) =>
          twoLines(n(reported), t('joint.ofTarget', { n: n(target), unit: lang === 'en' ? unitEn : unit })),
      },
      { id: 'ofUs', header: t('joint.ofUs'), right: true, value: ({ partner }) => partner?.reported ?? 0 },
      {
        id: 'report',
        header: t('joint.report'),
        value: () => null,
        copy: false,
        acts: 'line',
        cell: (task) => (
          <Button variant="default" onClick={() => onReport(task)}>
            {t('joint.report')}
          </Button>
        ),
      },
    ],
    [t, n, lang, onReport],
  );
}

/** What the company does together with teams: the team's number, its own, and the way to say more. */
export function JointWorkPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [opened, setOpened] = useState<Joint>();
  const columns = useColumns(setOpened);
  const pages = useList(address, { path: { unitId: post.unit.id } }, { idOf });
  return (
    <div className="page">
      <PageHeader title={t('nav.jointWork')} hint={t('joint.sub')} />
      <ListCard
        pages={pages}
        columns={columns}
        rowId={idOf}
        label={t('nav.jointWork')}
        what={t('joint.unit')}
        empty={{ icon: 'users-group', title: t('joint.empty'), text: t('joint.emptyText') }}
      />
      {opened && <PartnerReportDialog task={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
