/** Before communes get their numbers: who would read of it, and where nobody would. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { deadlineText } from '#i18n';
import { client, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { useOnline } from '../../../api/clock.ts';
import { useKeys } from '../../../frame/keys.ts';
import { showNotice, showRecall } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Notice } from '../../../ui/layout.tsx';
import { PageHeader, type ParentPage } from '../../../ui/header/page-header.tsx';
import { nameList } from '../../../ui/names.ts';
import { countColumns } from '../../../ui/table/columns.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import type { Column } from '../../../ui/table/table-column.ts';
import type { StepProps } from './concretise-step.tsx';
import { dueOn, type PoolTeam, split, toAllotment } from '../draft.ts';
import { useTemplateWords } from './template-step.tsx';
import { dropDraft } from '../use-draft.ts';
import { type Sending, useIssuer } from '../use-issue.ts';

const lists = [
  '/units/{unitId}/allotments',
  '/units/{unitId}/number-series',
  '/units/{unitId}/assignment-drafts',
] as const;

function useAllot({ draft, teams, draftId }: StepProps, save: Sending['save']) {
  const { t } = useI18n();
  const unit = useIssuer();
  const navigate = useNavigate();
  const { me } = useIdentity();
  const recall = useCommand({
    send: (allotmentId: string, header) =>
      client.POST('/allotments/{allotmentId}/cancel', {
        params: { path: { allotmentId }, header },
        body: { reason: t('preview.recallReason') },
      }),
    touches: [...lists, '/allotments/{allotmentId}'],
    done: () => showNotice(t('preview.recalled')),
  });
  return useCommand({
    send: async (_: void, header) => {
      await save();
      return client.POST('/units/{unitId}/allotments', {
        params: { path: { unitId: unit.id }, header },
        body: toAllotment(draft, teams, draftId),
      });
    },
    touches: lists,
    done: (made: Schemas['AllotmentDetail']) => {
      dropDraft(draftId, me.person.id);
      showRecall({
        text: t('allot.sent', { n: made.communes }),
        label: t('preview.recall'),
        until: made.recallUntil,
        undo: () => recall.mutate(made.id),
      });
      void navigate({ to: '/allotments/$allotmentId', params: { allotmentId: made.id } });
    },
  });
}

function useColumns(rows: readonly PoolTeam[], targets: ReadonlyMap<string, number>): Column<PoolTeam>[] {
  const { t, n } = useI18n();
  const count = countColumns<PoolTeam>(n);
  return [
    {
      id: 'commune',
      header: t('assign.col.commune'),
      value: (row) => row.name,
      cell: (row) => <b>{row.name}</b>,
      total: t('allot.total', { n: rows.length }),
    },
    count('target', t('split.target'), (row) => targets.get(row.id) ?? 0, { width: 84, rows }),
    count('households', t('assign.col.households'), (row) => row.households, { width: 100, rows, hideBelow: 560 }),
    count('teams', t('list.teams'), (row) => row.openTasks, {
      width: 80,
      hideBelow: 560,
      rows,
      alarm: (row) => row.openTasks === 0,
    }),
    count('officers', t('allot.officers'), (row) => row.members, {
      width: 84,
      rows,
      alarm: (row) => row.members === 0,
    }),
  ];
}

function Warnings({ communes }: { communes: readonly PoolTeam[] }) {
  const { t } = useI18n();
  const named = (of: readonly PoolTeam[]) => ({
    n: of.length,
    names: nameList(
      t,
      of.map(({ name }) => name),
      4,
      of.length,
    ),
  });
  const alone = communes.filter(({ members }) => members === 0);
  const teamless = communes.filter(({ openTasks }) => openTasks === 0);
  return (
    <>
      {alone.length > 0 && (
        <Notice tone="late" icon="user-exclamation">
          {t('allot.nobody', named(alone))}
        </Notice>
      )}
      {teamless.length > 0 && (
        <Notice tone="doing" icon="users-group">
          {t('allot.noTeams', named(teamless))}
        </Notice>
      )}
    </>
  );
}

interface PreviewProps extends StepProps {
  parent: ParentPage;
  steps: ReactNode;
  save: Sending['save'];
  onBack: () => void;
}

export function CommunesPreview({ parent, steps, save, onBack, ...props }: PreviewProps) {
  const { t, n, lang } = useI18n();
  const words = useTemplateWords();
  const online = useOnline();
  const { draft, teams, template } = props;
  const allot = useAllot(props, save);
  const { targets } = split(draft, teams);
  const asked = teams.filter(({ id }) => (targets.get(id) ?? 0) > 0);
  const officers = asked.reduce((sum, { members }) => sum + members, 0);
  const indicator = template.indicators.find((each) => each.code === draft.indicatorCode);
  const due = dueOn(draft);
  const send = () => {
    if (online && !allot.isPending) allot.mutate();
  };
  useKeys({ 'mod+Enter': send });
  const sub = t('allot.previewSub', {
    title: words.title(template),
    target: n(draft.target ?? 0),
    unit: indicator ? words.unit(indicator) : '',
    due: due ? deadlineText(due, Date.now(), 'before', lang) : '',
  });
  return (
    <div className="page">
      <PageHeader parent={parent} title={t('allot.previewTitle', { n: asked.length, m: officers })} state={sub} />
      {steps}
      <Warnings communes={asked} />
      <Card title={t('allot.theyGet')} note={t('allot.theyGetNote')}>
        <DataTable
          label={t('allot.theyGet')}
          columns={useColumns(asked, targets)}
          rows={asked}
          rowId={(row) => row.id}
          what={t('unit.communes')}
          totals
        />
      </Card>
      <div className="foot-bar">
        <Button variant="default" onClick={onBack}>
          {t('act.back')}
        </Button>
        <span className="foot-bar-space" />
        <Button leftSection={<Icon name="send" />} loading={allot.isPending} disabled={!online} onClick={send}>
          {t('allot.send', { n: asked.length })}
        </Button>
      </div>
    </div>
  );
}
