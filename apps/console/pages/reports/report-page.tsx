import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { formatDate } from '#i18n';
import { PageHeader, type ParentPage } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import type { UnitsOf } from '../restated/restated.ts';
import { RestatedReport } from '../restated/restated-report.tsx';
import { UnitsSwitch } from '../restated/units-switch.tsx';
import { Bars } from './bars.tsx';
import { ChecksCard } from './sending/checks-card.tsx';
import { useHeaderActs } from './sending/header-acts.tsx';
import { LeftDrafts } from './text/left-drafts.tsx';
import { ReportDocument } from './text/report-document.tsx';
import { dueText, isOpen, type Report } from './report-facts.ts';
import { monthText } from '../../ui/text/months.ts';
import { StateChip } from './reports-page.tsx';
import './reports.css';
import { MonthsRow } from './months-row.tsx';
import { RouteCard } from './sending/route-card.tsx';
import { useRights } from '../../api/use-report-rights.ts';
import { SectionList } from './text/section-list.tsx';
import { useWords } from './text/use-words.ts';

const route = getRouteApi('/reports/$reportId');

function useParent(report: Report): ParentPage {
  const { t } = useI18n();
  const { post } = useIdentity();
  if (report.unit.id === post.unit.id) return { label: t('rep.list'), to: '/reports' };
  return report.kind === 'monthly'
    ? { label: t('nav.reportBoard'), to: '/report-board', search: { month: report.month } }
    : { label: t('camp.title'), to: '/campaigns' };
}

function Subtitle({ report }: { report: Report }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const span = t('rep.span', { from: formatDate(report.startsOn, lang), to: formatDate(report.endsOn, lang) });
  const late = isOpen(report) && report.due.daysLeft < 0;
  return (
    <>
      <StateChip head={report} />
      <span>
        {report.unit.id !== post.unit.id && `${report.unit.fullName}\u00a0·\u00a0`}
        {`${span}\u00a0·\u00a0`}
        <span className={late ? 'late' : ''}>{dueText(t, lang, report)}</span>
      </span>
    </>
  );
}

function ReportView({ report }: { report: Report }) {
  const { t } = useI18n();
  const words = useWords(report);
  const parent = useParent(report);
  const { saved, main, acts, dialogs } = useHeaderActs({ report, words });
  const { writes } = useRights(report);
  const units: UnitsOf = route.useSearch().units === 'now' ? 'now' : 'then';
  const navigate = route.useNavigate();
  const setUnits = (value: UnitsOf) =>
    void navigate({ search: value === 'now' ? { units: value } : { units: undefined }, replace: true });
  const name = t('rep.title', { month: monthText(report.month) });
  return (
    <>
      <PageHeader
        parent={parent}
        title={report.title ?? name}
        state={<Subtitle report={report} />}
        saved={saved}
        main={main}
        acts={acts}
        row={
          report.kind === 'months' ? (
            <MonthsRow months={report.months} />
          ) : (
            report.version > 0 && report.kind === 'monthly' && <UnitsSwitch value={units} onChange={setUnits} />
          )
        }
      />
      {dialogs}
      <Bars report={report} words={words} />
      <div className="report-split">
        <SectionList report={report} texts={words.texts} />
        {units === 'then' ? <ReportDocument report={report} words={words} /> : <RestatedReport report={report} />}
        <div className="report-side">
          <ChecksCard report={report} words={words} />
          <LeftDrafts report={report} words={words} />
          <RouteCard report={report} writes={writes} />
        </div>
      </div>
    </>
  );
}

/** The report is written already: the officer explains, checks, sends; its receiver reads the same page and decides. */
export function ReportPage() {
  const { reportId } = route.useParams();
  const query = api.useQuery('get', '/reports/{reportId}', { params: { path: { reportId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={14}>
        {(report) => <ReportView key={report.id} report={report} />}
      </Loaded>
    </div>
  );
}
