import { formatMoment } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import type { Report } from '../report-facts.ts';

type Step = Report['steps'][number];

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

/** Where the report has been and who receives it. */
export function RouteCard({ report }: { report: Report }) {
  const { t } = useI18n();
  const { receiver, state } = report;
  return (
    <Card title={t('rep.route')}>
      <ol className="route-steps">
        {report.steps.map((step, index) => (
          <StepRow key={index} step={step} />
        ))}
        {receiver && state !== 'accepted' && (
          <li>
            <b>{receiver.fullName}</b>
            <span className="caption">{t('rep.route.receives')}</span>
          </li>
        )}
      </ol>
      <div className="card-foot">{t(receiver ? 'rep.route.main' : 'rep.route.none')}</div>
    </Card>
  );
}
