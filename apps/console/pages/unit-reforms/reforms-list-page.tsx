import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { daysBetween, formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useList } from '../../api/use-list.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { useViewportStep } from '../../ui/viewport.ts';
import { NewReform } from './new-reform.tsx';
import { lookOf, looks, type ReformSummary } from './reform-looks.ts';
import './unit-reforms.css';

/** Below this the day and the state stand under the title. */
const narrowBelow = 720;
const idOf = ({ id }: ReformSummary) => id;

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

function DayCell({ reform }: { reform: ReformSummary }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const left = daysBetween(me.today, reform.onDate);
  const waits = left > 0 && (reform.state === 'draft' || reform.state === 'scheduled');
  return (
    <span>
      <span className="num">{formatDate(reform.onDate, lang, { withYear: true })}</span>
      {waits && <span className="cell-2">{t('ur.daysLeft', { n: left })}</span>}
    </span>
  );
}

const nearWords = {
  draft: { ahead: 'ur.near', past: 'ur.nearPast' },
  held: { ahead: 'ur.nearHeld', past: 'ur.nearHeldPast' },
} as const;
const isAtRisk = ({ state, held }: ReformSummary): boolean =>
  state === 'draft' || (state === 'scheduled' && held !== null);

/** The nearest day that cannot be met as things stand. */
function Nearest({ reform }: { reform: ReformSummary | undefined }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const query = api.useQuery(
    'get',
    '/reforms/{reformId}',
    { params: { path: { reformId: reform?.id ?? '' } } },
    { enabled: reform !== undefined },
  );
  if (!reform || !query.data?.blocks) return null;
  const left = daysBetween(me.today, reform.onDate);
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const open = (
    <Link
      className="link"
      to="/unit-reforms/$reformId"
      params={{ reformId: reform.id }}
      search={{ tab: query.data.counts.divided > 0 && query.data.counts.hamlets === 0 ? 'divide' : 'units' }}
    >
      {t('ur.openBlocksLong')}
    </Link>
  );
  return (
    <Notice tone="late" icon="alert-triangle" action={open}>
      <b>
        {t(nearWords[reform.state === 'scheduled' ? 'held' : 'draft'][left > 0 ? 'ahead' : 'past'], {
          n: left,
          day,
          title: reform.title,
        })}
      </b>{' '}
      {t(reform.state === 'scheduled' ? 'ur.heldText' : 'ur.blockedText', { n: query.data.blocks })}
    </Notice>
  );
}

/** Where its next act is. */
const tabOf = { draft: 'units', scheduled: 'schedule', applied: 'schedule', revoked: 'units' } as const;

function TitleCell({ reform, narrow }: { reform: ReformSummary; narrow: boolean }) {
  return (
    <>
      <Link className="strong-link" to="/unit-reforms/$reformId" params={{ reformId: reform.id }}>
        {reform.title}
      </Link>
      {narrow && (
        <span className="ur-narrow">
          <DayCell reform={reform} />
          <StateCell reform={reform} />
        </span>
      )}
    </>
  );
}

const actColumn = (header: string, value: (row: ReformSummary) => string): Column<ReformSummary> => ({
  id: 'act',
  header,
  value,
  cell: (row) => (
    <Link
      className="link"
      to="/unit-reforms/$reformId"
      params={{ reformId: row.id }}
      search={{ tab: tabOf[row.state] }}
    >
      {value(row)}
    </Link>
  ),
  width: 150,
});

const dayColumn = (header: string, value: (row: ReformSummary) => string): Column<ReformSummary> => ({
  id: 'day',
  header,
  value,
  cell: (row) => <DayCell reform={row} />,
  width: 130,
});

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
      cell: (row) => <TitleCell reform={row} narrow={narrow} />,
    };
    const act = (row: ReformSummary) => t(`ur.act.${row.state}`);
    const rest: Column<ReformSummary>[] = [
      { id: 'paper', header: t('ur.col.paper'), value: paper, width: 230 },
      dayColumn(t('ur.col.day'), day),
      {
        id: 'state',
        header: t('ur.col.state'),
        value: (row) => t(`ur.${row.state}`),
        cell: (row) => <StateCell reform={row} />,
        width: 170,
      },
      actColumn(t('ur.col.act'), act),
    ];
    return narrow ? [title] : [title, ...rest];
  }, [t, lang, narrow]);
}

/** What is being prepared of the province's communes, and what was: the nearest day first. */
export function UnitReformsPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const asked = { path: { unitId: post.unit.id }, query: { limit: 50 } };
  const pages = useList('/units/{unitId}/reforms', asked, { idOf });
  const columns = useColumns();
  const [adds, setAdds] = useState(false);
  const begin = (
    <Button leftSection={<Icon name="plus" />} onClick={() => setAdds(true)}>
      {t('ur.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={t('ur.title')} hint={t('ur.sub')} main={pages.total > 0 && begin} />
      <Nearest reform={pages.rows.find(isAtRisk)} />
      <ListCard
        pages={pages}
        columns={columns}
        rowId={idOf}
        label={t('ur.title')}
        what={t('ur.unit', { n: pages.total })}
        onOpen={(row) => void navigate({ to: '/unit-reforms/$reformId', params: { reformId: row.id } })}
        footLeft={<span>{t('ur.foot')}</span>}
        empty={{ icon: 'sitemap', title: t('ur.empty'), text: t('ur.emptyText'), actions: begin }}
      />
      {adds && <NewReform unitId={post.unit.id} onClose={() => setAdds(false)} />}
    </div>
  );
}
