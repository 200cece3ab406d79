import { useI18n, type MessageId } from '../../../i18n/i18n.tsx';
import { routeName } from '../../../ui/channel-looks.ts';
import { Notice } from '../../../ui/layout.tsx';
import { PlainTable } from '../../../ui/table/plain-table.tsx';
import type { Plan } from './use-change.ts';
import './changes.css';

const counts = ['deadline', 'target', 'words', 'added', 'withdrawn', 'untouched'] as const;

function Counts({ plan }: { plan: Plan }) {
  const { t, n } = useI18n();
  return (
    <PlainTable
      rows={counts.filter((what) => plan.changes[what] > 0)}
      rowId={(what) => what}
      columns={[
        { header: t('change.count.col'), cell: (what) => t(`change.count.${what}` as MessageId) },
        { header: t('change.count.teams'), cell: (what) => n(plan.changes[what]), right: true },
      ]}
    />
  );
}

function Routes({ plan }: { plan: Plan }) {
  const { t, n } = useI18n();
  const unreached = plan.people - plan.reachable;
  const routes = plan.routes.filter(({ route, people }) => route !== 'none' && people > 0);
  return (
    <>
      <p className="caption">{routes.map(({ route, people }) => `${routeName(t, route)}: ${n(people)}`).join(' · ')}</p>
      {unreached > 0 && <p className="warn">{t('change.noRoute', { n: unreached })}</p>}
    </>
  );
}

function Message({ message }: { message: Plan['messages'][number] }) {
  const { t } = useI18n();
  return (
    <section className="change-message">
      <h3>
        {t(`change.read.${message.to}` as MessageId, { n: message.teams })}
        {message.team && <span className="caption"> · {t('change.read.one', { team: message.team })}</span>}
      </h3>
      <blockquote lang="vi">
        <b>{message.title}</b>
        {message.body.split('\n\n').map((part) => (
          <p key={part}>{part}</p>
        ))}
      </blockquote>
    </section>
  );
}

/** How many teams by what changes for them, who hears by which route, and what they will read. */
export function ChangePreview({ plan }: { plan: Plan }) {
  const { t } = useI18n();
  const { changes, targetBefore, targetAfter, holdSeconds } = plan;
  return (
    <div className="form">
      <p>
        <b>{plan.teams > 0 ? t('change.who', { teams: plan.teams, people: plan.people }) : t('change.nobody')}</b>
      </p>
      <Counts plan={plan} />
      {targetBefore !== targetAfter && <p>{t('change.total', { from: targetBefore, to: targetAfter })}</p>}
      {changes.extensions > 0 && <p>{t('change.extensions', { n: changes.extensions })}</p>}
      {changes.withdrawnWithWork > 0 && (
        <Notice tone="late" icon="alert-triangle">
          {t('change.withWork', { n: changes.withdrawnWithWork })}
        </Notice>
      )}
      {plan.teams > 0 && <Routes plan={plan} />}
      {plan.messages.map((message) => (
        <Message key={message.to} message={message} />
      ))}
      {holdSeconds > 0 && plan.teams > 0 && <p className="caption">{t('change.hold', { n: holdSeconds })}</p>}
    </div>
  );
}
