import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { CampaignKind } from '#contracts/reporting/report-states';
import { owedOf, sentOf } from '#contracts/reporting/report-standing';
import { formatDate, type Lang } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { byKind, type Campaign, clockText } from './campaign-facts.ts';
import './campaigns.css';
import { RequestsCard } from '../../ui/second/requests-card.tsx';
import { StartDialog } from './start-dialog.tsx';

/** How many of those asked have sent, to scale. */
export function SentBar({ counts }: { counts: Campaign['counts'] }) {
  const { t } = useI18n();
  const { onTime, late } = counts;
  const [sent, all] = [sentOf(counts), owedOf(counts)];
  return (
    <span className="campaign-sent">
      <b className="num">
        {sent}/{all}
      </b>
      <Bar
        of={all}
        parts={[
          { value: onTime, color: 'bar-ok' },
          { value: late, color: 'bar-warn' },
        ]}
        label={t('camp.bar', { a: onTime, b: late, c: all - sent })}
      />
    </span>
  );
}

function Due({ campaign }: { campaign: Campaign }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const over = campaign.dueOn < me.today && owedOf(campaign.counts) > sentOf(campaign.counts);
  return (
    <>
      <span className="num">{formatDate(campaign.dueOn, lang, { withYear: true })}</span>
      <span className={`cell-2 ${over ? 'late' : ''}`}>{clockText(t, me.today, campaign.dueOn)}</span>
    </>
  );
}

/** Its own unit and those above see who has sent; others see the count. */
function Title({ campaign }: { campaign: Campaign }) {
  const { post } = useIdentity();
  if (campaign.unit.id !== post.unit.id) return <b>{campaign.title}</b>;
  return (
    <Link className="cell-link" to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
      {campaign.title}
    </Link>
  );
}

/** From when a list is asked for; of work all its days. */
function daysText({ startsOn, endsOn }: Campaign, lang: Lang): string {
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return endsOn ? `${day(startsOn)} – ${day(endsOn)}` : day(startsOn);
}

function columnsOf(t: Translate, lang: Lang, kind: CampaignKind): Column<Campaign>[] {
  return [
    {
      id: 'title',
      header: t('camp.col.title'),
      value: ({ title }) => title,
      cell: (campaign) => <Title campaign={campaign} />,
    },
    {
      id: 'unit',
      header: t('camp.col.from'),
      value: ({ unit }) => unit.fullName,
      width: 190,
      hideBelow: 820,
    },
    {
      id: 'starts',
      header: t(kind === 'roster' ? 'camp.startsOn' : 'camp.col.days'),
      value: (campaign) => daysText(campaign, lang),
      sortBy: ({ startsOn }) => startsOn,
      width: kind === 'roster' ? 120 : 200,
      hideBelow: 1000,
    },
    {
      id: 'due',
      header: t('camp.col.due'),
      value: ({ dueOn }) => formatDate(dueOn, lang, { withYear: true }),
      sortBy: ({ dueOn }) => dueOn,
      cell: (campaign) => <Due campaign={campaign} />,
      width: 130,
    },
    {
      id: 'sent',
      header: t('camp.col.sent'),
      value: ({ counts }) => sentOf(counts),
      cell: ({ counts }) => <SentBar counts={counts} />,
      width: 190,
      hideBelow: 560,
    },
  ];
}

function Kind({ kind, rows }: { kind: CampaignKind; rows: readonly Campaign[] }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(t, lang, kind), [t, lang, kind]);
  const show = (campaign: Campaign) => {
    if (campaign.unit.id === post.unit.id)
      void navigate({ to: '/campaigns/$campaignId', params: { campaignId: campaign.id } });
  };
  return (
    <Card title={t(`camp.kind.${kind}`)}>
      <DataTable
        label={t(`camp.kind.${kind}`)}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        what={t('camp.unit')}
        onOpen={show}
      />
    </Card>
  );
}

/** What is asked for once, lists and work apart, newest first, and how many have sent. */
export function CampaignsPage() {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const [open, setOpen] = useState(false);
  const query = api.useQuery('get', '/units/{unitId}/campaigns', { params: { path: { unitId: post.unit.id } } });
  const start = may('report.receive') && (
    <Button leftSection={<Icon name="plus" />} onClick={() => setOpen(true)}>
      {t('camp.start')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.reportBoard'), to: '/report-board' }}
        title={t('camp.title')}
        hint={t('camp.sub')}
        main={query.data && query.data.length > 0 && start}
      />
      <RequestsCard />
      <Loaded query={query} rows={5}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <EmptyState icon="calendar" title={t('camp.empty')} actions={start}>
                {t('camp.emptyText')}
              </EmptyState>
            </Card>
          ) : (
            <>
              {byKind(rows).map((group) => (
                <Kind key={group.kind} {...group} />
              ))}
            </>
          )
        }
      </Loaded>
      {open && <StartDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
