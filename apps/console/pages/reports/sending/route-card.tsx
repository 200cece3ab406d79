import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { api, client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Failed } from '../../../ui/states.tsx';
import { isOpen, type Report } from '../report-facts.ts';
import { lookAgainMs, type OfficeMail, repeatable } from './office-mails.ts';
import { StationRow } from './route-station.tsx';
import { type Route, type Station, stationsOf } from './route-stations.ts';

type Step = Report['steps'][number];
type Shown = Pick<Report, 'id' | 'steps' | 'state' | 'version' | 'kind' | 'unit' | 'receiver' | 'approval'>;

function StepRow({ step }: { step: Step }) {
  const { t, lang } = useI18n();
  const late = step.daysLate ? `, ${t('rep.lateBy', { n: step.daysLate })}` : '';
  return (
    <li data-done>
      <b>
        {t(`rep.step.${step.kind}`, { version: step.version ?? '' })}
        {late}
      </b>
      <span className="caption">
        {[step.by?.fullName, formatMoment(step.at, Date.now(), lang)].filter(Boolean).join(' · ')}
      </span>
      {step.note && <span className="caption">“{step.note}”</span>}
    </li>
  );
}

/** Where the report has been, where it lies now and who receives it. */
function Steps({ report }: { report: Shown }) {
  const { t } = useI18n();
  const { approval, receiver, state, steps, unit } = report;
  const names = approval.approvers.map(({ fullName }) => fullName).join(', ');
  return (
    <ol className="route-steps">
      {steps.map((step, index) => (
        <StepRow key={index} step={step} />
      ))}
      {isOpen(report) && (
        <li data-now aria-current="step">
          <b>{unit.fullName}</b>
          <span className="caption">
            {approval.isNeeded && names ? t('rep.route.approves', { names }) : t('rep.route.writes')}
          </span>
        </li>
      )}
      {receiver && state !== 'accepted' && (
        <li>
          <b>{receiver.fullName}</b>
          <span className="caption">{t('rep.route.receives')}</span>
        </li>
      )}
    </ol>
  );
}

function useMailAgain(reportId: string) {
  const { t } = useI18n();
  return useCommand({
    send: ({ office: _, ...body }: { office: string; mailId?: string; recipient?: string }, header) =>
      client.POST('/reports/{reportId}/office-mails', { params: { path: { reportId }, header }, body }),
    touches: ['/reports/{reportId}/office-mails'],
    done: (_, { office }) => showNotice(t('mail.sentAgain', { office })),
  });
}

/** Without a mail yet, though its mailbox is known and the version was sent. */
function isUnmailed({ isOffice, way, address }: Station, mails: readonly OfficeMail[], version: number): boolean {
  if (!isOffice || way !== 'rep.way.mail' || address === null || version === 0) return false;
  return !mails.some((mail) => mail.version === version && mail.address.toLowerCase() === address.toLowerCase());
}

function Stations({ report, route, mails, writes }: RouteProps & { route: Route; mails: OfficeMail[] }) {
  const { t } = useI18n();
  const again = useMailAgain(report.id);
  const free = writes ? repeatable(mails, report.version) : new Set<string>();
  const stations = stationsOf(route, mails);
  return (
    <>
      <h3 className="route-head">{t('rep.route.to')}</h3>
      {stations.length === 0 && <p className="route-nobody">{t('rep.route.nobody')}</p>}
      <ul className="office-mails">
        {stations.map((station) => {
          const { name, mails: own } = station;
          return (
            <StationRow
              key={own[0]?.id ?? name}
              station={station}
              again={own[0] && free.has(own[0].id) ? ({ id }) => again.mutate({ office: name, mailId: id }) : null}
              first={
                writes && isUnmailed(station, mails, report.version)
                  ? () => again.mutate({ office: name, recipient: name })
                  : null
              }
            />
          );
        })}
      </ul>
      {writes && (
        <div className="card-foot">
          <Link className="strong-link" to="/recipients">
            {t('rep.route.mend')}
          </Link>
        </div>
      )}
    </>
  );
}

/** When the report was sent or decided on while this page was open. */
function useSteppedAt({ version, state }: Shown): number {
  const [seen, setSeen] = useState({ version, state, at: 0 });
  if (seen.version !== version || seen.state !== state) setSeen({ version, state, at: Date.now() });
  return seen.at;
}

interface RouteProps {
  report: Shown;
  /** It is the reader's own office's report. */
  writes: boolean;
}

/** Where the report goes, which way each recipient gets it, and what failed: the report here is the record. */
export function RouteCard({ report, writes }: RouteProps) {
  const { t } = useI18n();
  const path = { params: { path: { reportId: report.id } } };
  const route = api.useQuery('get', '/reports/{reportId}/route', path);
  const steppedAt = useSteppedAt(report);
  const query = api.useQuery('get', '/reports/{reportId}/office-mails', path, {
    refetchInterval: ({ state }) => lookAgainMs(state.data ?? [], steppedAt, Date.now()),
  });
  const failed = [route, query].find(({ data, error }) => !data && error);
  return (
    <Card title={t('rep.route')}>
      <Steps report={report} />
      {route.data && query.data && <Stations {...{ report, writes }} route={route.data} mails={query.data} />}
      {failed && <Failed error={failed.error} refetch={failed.refetch} />}
      <div className="card-foot">
        {t(report.receiver ? 'rep.route.main' : 'rep.route.none')}{' '}
        {query.data && query.data.length > 0 && t('rep.route.copy')}
      </div>
    </Card>
  );
}
