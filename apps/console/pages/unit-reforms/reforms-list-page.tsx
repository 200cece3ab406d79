import '../../i18n/unit-reform-words.ts';
import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type Column, unsorted } from '../../ui/table/table-column.ts';
import { useViewportStep } from '../../ui/viewport.ts';
import { lookOf, looks, reformPaths, type ReformSummary } from './reform-looks.ts';
import './unit-reforms.css';

const path = '/units/{unitId}/reforms';
/** Below this the day and the state stand under the title. */
const narrowBelow = 720;
const idOf = ({ id }: ReformSummary) => id;

function useReforms(unitId: string) {
  const params = { path: { unitId } };
  return usePages<ReformSummary, Schemas['ReformPage']>(
    path,
    { unitId },
    (cursor) => client.GET(path, { params: { ...params, query: { limit: 50, ...cursor } } }),
    { idOf },
  );
}

function StateCell({ reform }: { reform: ReformSummary }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const look = lookOf(reform, me.today);
  const late = reform.late && reform.state !== 'draft' && t('ur.late');
  return (
    <>
      <Chip {...looks[look]}>{t(`ur.${look}`)}</Chip>
      <span className="cell-2">{[t('ur.version', { n: reform.version }), late].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function useColumns(): Column<ReformSummary>[] {
  const { t, lang } = useI18n();
  const narrow = useViewportStep() < narrowBelow;
  return useMemo(() => {
    const day = ({ onDate }: ReformSummary) => formatDate(onDate, lang, { withYear: true });
    const paper = ({ directive }: ReformSummary) => directive?.citation ?? t('ur.noPaper');
    const title: Column<ReformSummary> = {
      id: 'title',
      header: t('ur.col.title'),
      value: (row) => row.title,
      sortable: false,
      cell: (row) => (
        <>
          <b>{row.title}</b>
          {narrow && (
            <span className="ur-narrow">
              <span className="num">{day(row)}</span>
              <StateCell reform={row} />
            </span>
          )}
        </>
      ),
    };
    const act = (row: ReformSummary) => t(`ur.act.${row.state}`);
    const rest: Column<ReformSummary>[] = [
      { id: 'paper', header: t('ur.col.paper'), value: paper, sortable: false, width: 230 },
      { id: 'day', header: t('ur.col.day'), value: day, sortable: false, width: 120 },
      {
        id: 'state',
        header: t('ur.col.state'),
        value: (row) => t(`ur.${row.state}`),
        sortable: false,
        cell: (row) => <StateCell reform={row} />,
        width: 170,
      },
      {
        id: 'act',
        header: t('ur.col.act'),
        value: act,
        sortable: false,
        cell: (row) => <span className="link">{act(row)}</span>,
        width: 150,
      },
    ];
    return narrow ? [title] : [title, ...rest];
  }, [t, lang, narrow]);
}

function NewReform({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const { directives } = useDirectives(unitId);
  const [title, setTitle] = useState('');
  const [onDate, setDay] = useState(me.today);
  const [directiveId, setPaper] = useState<string | null>(null);
  const create = useCommand({
    send: (_: void, header) =>
      client.POST(path, {
        params: { path: { unitId }, header },
        body: { title: title.trim(), onDate, ...(directiveId && { directiveId }) },
      }),
    touches: reformPaths,
    done: ({ id }) => void navigate({ to: '/unit-reforms/$reformId', params: { reformId: id } }),
  });
  return (
    <FormDialog
      title={t('ur.new')}
      label={t('ur.new')}
      busy={create.isPending}
      disabled={!title.trim()}
      onClose={onClose}
      onSubmit={() => create.mutate()}
    >
      <TextField
        label={t('ur.f.title')}
        placeholder={t('ur.f.titleHint')}
        required
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <DayField label={t('ur.f.day')} required value={onDate} onChange={setDay} />
      <Choice
        label={`${t('ur.f.paper')} · ${t('ur.f.paperLater')}`}
        searchable
        options={directives.map(({ id, citation }) => ({ value: id, label: citation }))}
        value={directiveId}
        onChange={setPaper}
      />
    </FormDialog>
  );
}

/** What is being prepared of the province's communes, and what was: the nearest day first. */
export function UnitReformsPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const crumbs = useScopeCrumbs();
  const pages = useReforms(post.unit.id);
  const columns = useColumns();
  const [adds, setAdds] = useState(false);
  const begin = (
    <Button leftSection={<Icon name="plus" />} onClick={() => setAdds(true)}>
      {t('ur.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader crumbs={crumbs} title={t('ur.title')} sub={t('ur.sub')} actions={pages.total > 0 && begin} />
      <Card>
        <Loaded query={pages} rows={5}>
          {() =>
            pages.rows.length === 0 ? (
              <EmptyState icon="sitemap" title={t('ur.empty')} actions={begin}>
                {t('ur.emptyText')}
              </EmptyState>
            ) : (
              <DataTable
                label={t('ur.title')}
                columns={columns}
                rows={pages.rows}
                rowId={idOf}
                what={t('ur.unit')}
                paged={{ ...unsorted, total: pages.total, more: pages.more }}
                onOpen={(row) => void navigate({ to: '/unit-reforms/$reformId', params: { reformId: row.id } })}
                footLeft={<span>{t('ur.foot')}</span>}
              />
            )
          }
        </Loaded>
      </Card>
      {adds && <NewReform unitId={post.unit.id} onClose={() => setAdds(false)} />}
    </div>
  );
}
