import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { dateInVietnam, formatDate, formatMoment, type Lang } from '#i18n';
import { api, client } from '../../api/client.ts';
import { type UnitRef, useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { twoLines } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { AppendixDialog } from '../documents/appendix-dialog.tsx';
import { type Head, lookOf } from './report-facts.ts';
import { monthText } from '../../ui/text/months.ts';
import './reports.css';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/reports');

export function StateChip({ head }: { head: Parameters<typeof lookOf>[0] }) {
  const { t } = useI18n();
  const { tone, icon, word } = lookOf(head);
  return (
    <Chip tone={tone} icon={icon}>
      {t(word)}
    </Chip>
  );
}

/** A commune also lists the reports that the communes merged into it have left to send: those say whose they are. */
function Month({ head, unitId }: { head: Head; unitId: string }) {
  const { t } = useI18n();
  const link = (
    <Link className="cell-link" to="/reports/$reportId" params={{ reportId: head.id }}>
      {head.title ?? t('rep.month', { month: monthText(head.month) })}
    </Link>
  );
  return head.unit.id === unitId ? link : twoLines(link, head.unit.fullName);
}

function columnsOf(t: Translate, lang: Lang, unitId: string): Column<Head>[] {
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return [
    {
      id: 'month',
      header: t('rep.col.month'),
      value: (head) =>
        [
          head.title ?? t('rep.month', { month: monthText(head.month) }),
          ...(head.unit.id === unitId ? [] : [head.unit.fullName]),
        ].join(', '),
      sortBy: (head) => head.month,
      cell: (head) => <Month head={head} unitId={unitId} />,
    },
    {
      id: 'window',
      header: t('rep.col.window'),
      value: (head) => `${day(head.startsOn)} – ${day(head.endsOn)}`,
      sortBy: (head) => head.startsOn,
      hideBelow: 900,
      width: 190,
    },
    {
      id: 'state',
      header: t('rep.col.state'),
      value: (head) => t(lookOf(head).word),
      cell: (head) => <StateChip head={head} />,
      width: 190,
    },
    {
      id: 'due',
      header: t('rep.col.due'),
      value: (head) => day(head.due.dueOn),
      sortBy: (head) => head.due.dueOn,
      hideBelow: 560,
      width: 110,
    },
    ...sentColumns(t, lang),
  ];
}

function sentColumns(t: Translate, lang: Lang): Column<Head>[] {
  return [
    {
      id: 'late',
      header: t('rep.col.late'),
      value: (head) => head.daysLate,
      cell: (head) => <span className={head.daysLate > 0 ? 'late' : 'muted'}>{head.daysLate}</span>,
      right: true,
      hideBelow: 700,
      width: 90,
    },
    {
      id: 'sent',
      header: t('rep.col.sent'),
      value: (head) => head.firstSubmittedAt && dateInVietnam(head.firstSubmittedAt),
      cell: (head) => (
        <span className="num">
          {head.firstSubmittedAt ? formatMoment(head.firstSubmittedAt, Date.now(), lang) : '–'}
        </span>
      ),
      hideBelow: 820,
      width: 120,
    },
    {
      id: 'version',
      header: t('rep.col.version'),
      value: (head) => head.version || null,
      right: true,
      hideBelow: 820,
      width: 70,
    },
  ];
}

/** A unit whose period has begun but has no report yet opens it by itself. */
function OpenMonth({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const month = me.today.slice(0, 7);
  const open = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/reports', { params: { path: { unitId }, header }, body: { month } }),
    touches: ['/units/{unitId}/reports'],
    done: (report) => void navigate({ to: '/reports/$reportId', params: { reportId: report.id } }),
  });
  return (
    <Button leftSection={<Icon name="plus" />} loading={open.isPending} onClick={() => open.mutate()}>
      {t('rep.title', { month: monthText(month) })}
    </Button>
  );
}

/** Appendix 1 of the unit, also where a message leads that says that its list is made, and its figures over the months. */
function Acts({ unit }: { unit: UnitRef }) {
  const { t } = useI18n();
  const { may, post } = useIdentity();
  const [list, setList] = useState(false);
  return (
    <>
      {may('roster.export') && (
        <HeaderAct icon="list-details" onClick={() => setList(true)}>
          {t('doc.appendix')}
        </HeaderAct>
      )}
      {unit.id === post.unit.id && (
        <HeaderLink icon="chart-bar" to="/dashboard">
          {t('dash.link')}
        </HeaderLink>
      )}
      {unit.id === post.unit.id && unit.kind === 'commune' && (
        <HeaderLink icon="calendar-event" to="/service-days">
          {t('service.link')}
        </HeaderLink>
      )}
      {list && <AppendixDialog unit={unit} onClose={() => setList(false)} />}
    </>
  );
}

/** What the unit owes, month by month: state, due day, days late. */
export function ReportsPage() {
  const { t, lang } = useI18n();
  const { post, commune, may } = useIdentity();
  const { unit: asked } = route.useSearch();
  const unitId = asked ?? post.unit.id;
  const columns = useMemo(() => columnsOf(t, lang, unitId), [t, lang, unitId]);
  const query = api.useQuery('get', '/units/{unitId}/reports', { params: { path: { unitId } } });
  const navigate = useNavigate();
  const unit = unitId === post.unit.id ? post.unit : query.data?.find((head) => head.unit.id === unitId)?.unit;
  const own = unitId === post.unit.id && may('report.write');
  const above = commune ? undefined : { label: t('nav.reportBoard'), to: '/report-board' };
  return (
    <div className="page">
      <PageHeader parent={above} title={t('rep.list')} hint={t('rep.listSub')} acts={unit && <Acts unit={unit} />} />
      <Card>
        <Loaded query={query} rows={6}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon="checklist" title={t('rep.empty')} actions={own && <OpenMonth unitId={unitId} />}>
                {t('rep.emptyText')}
              </EmptyState>
            ) : (
              <DataTable
                label={t('rep.list')}
                columns={columns}
                rows={rows}
                rowId={(head) => head.id}
                what={t('rep.unit.reports')}
                sort={[{ id: 'month', desc: true }]}
                onOpen={(head) => void navigate({ to: '/reports/$reportId', params: { reportId: head.id } })}
              />
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}
