import { formatMoment } from '#i18n';
import { api, isProblem } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName } from '../../ui/channel-looks.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { failureWords } from '../../ui/text/channel-facts.ts';
import './person.css';
import { appState, costOf, type Step, stepLooks, type Trace } from './trace-facts.ts';

function Point({
  tone,
  icon,
  at,
  children,
}: {
  tone: Tone;
  icon: IconName;
  at: string | null;
  children: React.ReactNode;
}) {
  const { lang } = useI18n();
  return (
    <li>
      <span className={`trace-mark chip-${tone}`}>
        <Icon name={icon} size={14} />
      </span>
      <span>{children}</span>
      <time className="num caption" dateTime={at ?? undefined}>
        {at && formatMoment(at, Date.now(), lang)}
      </time>
    </li>
  );
}

function StepPoint({ step }: { step: Step }) {
  const { t, lang } = useI18n();
  const { tone, icon } = stepLooks[step.state];
  const why = step.failure ? failureWords(step.failure) : null;
  const more = [
    step.attempts > 1 && t('trace.attempts', { n: step.attempts }),
    step.nextAttemptAt && t('trace.next', { at: formatMoment(step.nextAttemptAt, Date.now(), lang) }),
    step.costVnd > 0 && t('channel.cost', { n: step.costVnd }),
  ].filter(Boolean);
  return (
    <Point tone={tone} icon={icon} at={step.at}>
      <b>{channelName(t, step.channel)}</b>: {t(`trace.state.${step.state}`)}
      {more.length > 0 && <span className="muted"> · {more.join(' · ')}</span>}
      {why && (
        <span className="cell-2">
          {t(why.id)}
          {why.code && ` (${why.code})`}
        </span>
      )}
    </Point>
  );
}

function Message({ trace }: { trace: Trace }) {
  const { t } = useI18n();
  const app = appState(trace);
  return (
    <li className="trace-message">
      <b>{trace.title}</b>
      <ol className="trace-steps">
        <Point tone="mute" icon="pencil" at={trace.createdAt}>
          {t('trace.created')}
        </Point>
        {trace.steps.map((step, index) => (
          <StepPoint key={index} step={step} />
        ))}
        {trace.steps.length === 0 && (
          <Point tone="mute" icon="inbox" at={null}>
            {t('trace.noChannel')}
          </Point>
        )}
        <Point
          tone={app.kind === 'seen' ? 'done' : app.kind === 'fetched' ? 'new' : 'mute'}
          icon={app.kind === 'notSeen' ? 'eye-off' : app.kind === 'seen' ? 'eye' : 'device-mobile'}
          at={app.at}
        >
          {t(`trace.${app.kind}`)}
        </Point>
      </ol>
    </li>
  );
}

/** Step by step, per channel, what became of an order's messages to one person. */
export function PersonTrace({ assignmentId, personId }: { assignmentId: string; personId: string }) {
  const { t, n } = useI18n();
  const query = api.useQuery(
    'get',
    '/assignments/{assignmentId}/people/{personId}/trace',
    { params: { path: { assignmentId, personId } } },
    { staleTime: 0, refetchInterval: 15_000 },
  );
  if (isProblem(query.error) && query.error.status === 404) return <p className="muted">{t('trace.none')}</p>;
  return (
    <Loaded query={query} rows={3}>
      {(traces) => (
        <>
          {traces.length === 0 && <p className="muted">{t('trace.none')}</p>}
          <ul>
            {traces.map((trace) => (
              <Message key={trace.notificationId} trace={trace} />
            ))}
          </ul>
          {costOf(traces) > 0 && (
            <p className="caption num">
              {t('table.total')}: {n(costOf(traces))} đ
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}
