import { useState } from 'react';
import { officeOf } from '#i18n/places';
import type { Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { Emblem } from '../../../frame/emblem.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type Route, lookOf, routeName } from '../../../ui/channel-looks.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import { roleWord } from '../../../ui/text/role-word.ts';
import { RouteTable, type RouteRow } from '../../../ui/table/route-table.tsx';
import { MaskedPhone } from '../../../ui/states.tsx';
import { Waits } from './route-waits.tsx';

type Plan = Schemas['DeliveryPlan'];

function Bands({ plan, hot, setHot }: { plan: Plan; hot: Route | null; setHot: (route: Route | null) => void }) {
  const { t } = useI18n();
  const reachable = plan.routes.filter((route) => route.route !== 'none');
  const none = plan.people - plan.reachable;
  const part = (people: number) => ({ flexGrow: people, flexBasis: 0 });
  return (
    <div className="bands-box">
      <div
        className="bands"
        role="img"
        aria-label={
          plan.routes.map((route) => `${routeName(t, route.route)}: ${route.people}`).join(', ') ||
          t('preview.noRoute', { n: none })
        }
      >
        {reachable
          .filter((route) => route.people > 0)
          .map((route, index) => (
            <span
              key={`${route.route}-${index}`}
              style={{ ...part(route.people), background: `var(--${lookOf(route.route).color})` }}
              data-hot={hot === route.route || undefined}
              onMouseEnter={() => setHot(route.route)}
              onMouseLeave={() => setHot(null)}
            />
          ))}
        {none > 0 && <span className="band-none" style={part(none)} />}
      </div>
      <div className="bands-note">
        <span className="caption">{t('preview.oneRoute')}</span>
        {none > 0 && <span className="late caption">{t('preview.noRoute', { n: none })}</span>}
      </div>
    </div>
  );
}

/** Who is reached by which route, at what cost, until when. */
export function RoutesCard({ plan }: { plan: Plan }) {
  const { t } = useI18n();
  const [hot, setHot] = useState<Route | null>(null);
  const rows: RouteRow[] = plan.routes.filter((route) => route.route !== 'none' && route.people > 0);
  const people = <span className="caption num">{t('preview.people', { n: plan.people })}</span>;
  return (
    <Card title={t('preview.who')} aside={people}>
      <Bands plan={plan} hot={hot} setHot={setHot} />
      <RouteTable rows={rows} hot={hot} />
      <Waits plan={plan} />
      <div className="card-foot">{t('preview.groups', { a: plan.groups.registered, b: plan.groups.teams })}</div>
    </Card>
  );
}

export function ChaseCard({ plan }: { plan: Plan }) {
  const { t } = useI18n();
  const { remind, supporter, callList } = plan.ladderHours;
  const steps = [
    [t('chase.notSeen'), remind, t('chase.remind')],
    [t('chase.notAnswered'), supporter, t('chase.supporter')],
    [t('chase.stillSilent'), callList, t('chase.callList')],
  ] as const;
  return (
    <section className="card chase-steps" aria-label={t('chase.title')}>
      {steps.map(([when, hours, what]) => (
        <div key={what}>
          <span className="caption">{when}</span>
          <b className="num">{t('time.hours', { n: hours })}</b>
          <span className="caption">{what}</span>
        </div>
      ))}
    </section>
  );
}

/** People without any route: somebody has to phone them. */
export function CallCard({ plan }: { plan: Plan }) {
  const i18n = useI18n();
  const { t } = i18n;
  const shown = plan.unreachable.slice(0, 8);
  return (
    <Card
      title={
        <span className="members-title">
          {t('call.title')}{' '}
          {plan.unreachable.length > 0 && (
            <Chip tone="late" icon="phone-off">
              {t('preview.people', { n: plan.unreachable.length })}
            </Chip>
          )}
        </span>
      }
      aside={
        plan.unreachable.length > 0 && (
          <button type="button" className="link no-print" onClick={() => window.print()}>
            <Icon name="printer" size={16} /> {t('act.print')}
          </button>
        )
      }
    >
      {plan.unreachable.length === 0 && (
        <p className="card-body good">
          <Icon name="circle-check" /> {t('call.none')}
        </p>
      )}
      <ul className="call-list">
        {shown.map((row) => (
          <li key={row.person.id}>
            <div>
              <b>{row.person.fullName}</b>
              <span className="caption">
                {roleWord(i18n, row.role)}, {row.team.name} · {t(`call.why.${row.why}`)}
              </span>
            </div>
            <MaskedPhone masked={row.phoneMasked} />
          </li>
        ))}
      </ul>
      {plan.unreachable.length > shown.length && (
        <p className="card-body caption">{t('call.more', { n: plan.unreachable.length - shown.length })}</p>
      )}
      {plan.unreachable.length > 0 && <p className="card-body caption">{t('call.note')}</p>}
    </Card>
  );
}

/** The members' words stay Vietnamese whatever the officer reads. */
export function MessageCard({ plan }: { plan: Plan }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  return (
    <Card title={t('preview.theySee')}>
      <div className="card-body">
        <div className="message" lang="vi">
          <div className="message-from">
            <Emblem size={18} /> <b>{officeOf(post.unit)}</b>
          </div>
          <p>
            <b>{plan.message.title}</b>
          </p>
          <p className="message-body">{plan.message.body}</p>
          <div className="message-act">Xem và nhận việc</div>
        </div>
        <p className="caption">
          {lang === 'en' && `${t('preview.inVietnamese')} `}
          {t('preview.promise')}
        </p>
      </div>
    </Card>
  );
}
