import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { owedOf, sentOf } from '#contracts/reporting/report-standing';
import { formatDate, formatMoment, type Lang } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { SearchField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, FilterChips } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import {
  filterWords,
  filters,
  found,
  latestFirst,
  sentCount,
  statusLooks,
  unsent,
} from '../report-board/board-facts.ts';
import '../report-board/board.css';
import { Received } from '../report-board/received-card.tsx';
import { RemindCampaign } from '../report-board/remind-dialog.tsx';
import { type CampaignBoard, clockText } from './campaign-facts.ts';
import './campaigns.css';
import { CancelDialog } from './cancel-dialog.tsx';
import { remindedText } from '../report-board/reminded-note.tsx';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/campaigns/$campaignId');
type Unit = CampaignBoard['units'][number];

function Remind({ campaign }: { campaign: CampaignBoard }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const unitIds = useMemo(() => unsent(campaign.units).map(({ unit }) => unit.id), [campaign.units]);
  if (unitIds.length === 0) return null;
  return (
    <>
      <Button leftSection={<Icon name="bell-ringing" />} onClick={() => setAsking(true)}>
        <MainWords long={t('rb.remind', { n: unitIds.length })} short={t('rb.remindAct', { n: unitIds.length })} />
      </Button>
      {asking && <RemindCampaign campaign={campaign} unitIds={unitIds} onClose={() => setAsking(false)} />}
    </>
  );
}

function Cancel({ campaign }: { campaign: CampaignBoard }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <HeaderAct icon="trash" danger onClick={() => setAsking(true)}>
        {t('camp.cancel')}
      </HeaderAct>
      {asking && <CancelDialog campaign={campaign} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The office's own report, which sums up what the others sent. */
function OwnSum({ reportId }: { reportId: string }) {
  const { t } = useI18n();
  return (
    <HeaderLink icon="file-spreadsheet" to="/reports/$reportId" params={{ reportId }}>
      {t('camp.own')}
    </HeaderLink>
  );
}

function UnitName({ unit }: { unit: Unit }) {
  return (
    <Link className="cell-link" to="/reports/$reportId" params={{ reportId: unit.report.id }}>
      {unit.unit.fullName}
    </Link>
  );
}

function Status({ unit }: { unit: Unit }) {
  const { t } = useI18n();
  const { tone, icon, word } = statusLooks[unit.status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(word)}
    </Chip>
  );
}

function columnsOf(t: Translate, lang: Lang): Column<Unit>[] {
  const sentAt = ({ report }: Unit) =>
    report.firstSubmittedAt && formatMoment(report.firstSubmittedAt, Date.now(), lang);
  return [
    {
      id: 'unit',
      header: t('rb.col.unit'),
      value: ({ unit }) => unit.fullName,
      cell: (unit) => <UnitName unit={unit} />,
    },
    {
      id: 'status',
      header: t('rep.col.state'),
      value: ({ status }) => t(statusLooks[status].word),
      cell: (unit) => <Status unit={unit} />,
      width: 150,
    },
    { id: 'sent', header: t('rb.col.sent'), value: sentAt, width: 150, hideBelow: 820 },
    {
      id: 'late',
      header: t('rep.col.late'),
      value: ({ daysLate }) => daysLate,
      cell: ({ daysLate }) => <span className={daysLate > 0 ? 'late' : 'muted'}>{daysLate}</span>,
      right: true,
      width: 90,
      hideBelow: 560,
    },
    {
      id: 'reminded',
      header: t('camp.reminded'),
      value: ({ reminded }) => remindedText(t, reminded, (date) => formatDate(date, lang)),
      width: 260,
      hideBelow: 1000,
    },
  ];
}

function Units({ units }: { units: readonly Unit[] }) {
  const { t, lang } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: { filter?: string; q?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const filter = filters.find((each) => each === search.filter) ?? 'all';
  const q = search.q ?? '';
  const columns = useMemo(() => columnsOf(t, lang), [t, lang]);
  const options = filters
    .map((key) => ({ key, label: t(filterWords[key]), count: found(units, key, '').length }))
    .filter(({ key, count }) => key === 'all' || count > 0);
  return (
    <Card label={t('camp.units')}>
      <div className="toolbar">
        <SearchField label={t('camp.find')} value={q} width={240} onChange={(text) => set({ q: text || undefined })} />
        <FilterChips
          label={t('rep.col.state')}
          options={options}
          value={filter}
          onChange={(key) => set({ filter: key === 'all' ? undefined : key })}
        />
      </div>
      <DataTable
        label={t('camp.units')}
        columns={columns}
        rows={latestFirst(found(units, filter, q))}
        of={units.length}
        rowId={({ unit }) => unit.id}
        what={t('camp.communes')}
        empty={<NoMatch text={t('rb.noneMatch')} onClear={() => set({ filter: undefined, q: undefined })} />}
      />
    </Card>
  );
}

function Page({ campaign }: { campaign: CampaignBoard }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const span = campaign.endsOn && `${t('camp.span', { from: day(campaign.startsOn), to: day(campaign.endsOn) })} · `;
  const due = t('camp.dueOn', { date: day(campaign.dueOn) });
  const over = campaign.dueOn < me.today && owedOf(campaign.counts) > sentOf(campaign.counts);
  return (
    <>
      <PageHeader
        parent={{ label: t('camp.title'), to: '/campaigns' }}
        title={campaign.title}
        state={
          <>
            {span}
            <span className={over ? 'late' : ''}>{`${due} · ${clockText(t, me.today, campaign.dueOn)}`}</span>
          </>
        }
        main={<Remind campaign={campaign} />}
        acts={
          <>
            {campaign.ownReportId && <OwnSum reportId={campaign.ownReportId} />}
            <Cancel campaign={campaign} />
          </>
        }
      />
      <Card title={t('rb.received')} aside={<b>{`${sentCount(campaign)}/${campaign.units.length}`}</b>}>
        <div className="card-body">
          <Received units={campaign.units} />
        </div>
      </Card>
      <Units units={campaign.units} />
    </>
  );
}

/** One campaign: who has sent, who is late by how many days, and whom reminders went to. */
export function CampaignPage() {
  const { campaignId } = route.useParams();
  const query = api.useQuery('get', '/campaigns/{campaignId}', { params: { path: { campaignId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(campaign) => <Page campaign={campaign} />}
      </Loaded>
    </div>
  );
}
