import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { cancelAllotment } from '#client/commands';
import { dateInVietnam, deadlineText, formatDate, formatMoment } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import '../assign/allotments.css';
import { allotmentPaths } from './allotment-paths.ts';
import { SharesTable } from './shares-table.tsx';
import { HeaderAct, HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/allotments/$allotmentId');
type Allotment = Schemas['AllotmentDetail'];
const NumbersDialog = later(() => import('./numbers-dialog.tsx'), 'NumbersDialog');

function CancelDialog({ allotment, onClose }: { allotment: Allotment; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={cancelAllotment}
      path={{ allotmentId: allotment.id }}
      touches={allotmentPaths}
      danger
      title={t('allot.cancelTitle')}
      text={<p>{t('allot.cancelText')}</p>}
      fields={{ reason: { as: 'note', label: t('allot.cancelReason') } }}
      label={t('allot.cancel')}
      said={t('allot.cancelDone')}
      onClose={onClose}
    />
  );
}

/** While some of the number waits to be handed on, that is the next act. */
function HandOn({ allotment }: { allotment: Allotment }) {
  const { t } = useI18n();
  const { may, commune } = useIdentity();
  const navigate = useNavigate();
  if (allotment.cancelledAt || !may('assignment.issue') || !commune || allotment.waiting === 0) return null;
  return (
    <Button
      leftSection={<Icon name="send" />}
      onClick={() => void navigate({ to: '/assignments/new', search: { origin: allotment.id } })}
    >
      {t('allot.handOn')}
    </Button>
  );
}

function Acts({ allotment }: { allotment: Allotment }) {
  const { t } = useI18n();
  const { post, may, commune } = useIdentity();
  const [open, setOpen] = useState<'change' | 'cancel' | null>(null);
  if (allotment.cancelledAt || !may('assignment.issue')) return null;
  const close = () => setOpen(null);
  const mine = allotment.issuer.id === post.unit.id;
  return (
    <>
      {commune && allotment.waiting === 0 && (
        <HeaderLink icon="send" to="/assignments/new" search={{ origin: allotment.id }}>
          {t('allot.handOn')}
        </HeaderLink>
      )}
      {allotment.isOwn && mine && (
        <>
          <HeaderAct icon="pencil" onClick={() => setOpen('change')}>
            {t('allot.change')}
          </HeaderAct>
          <HeaderAct icon="ban" danger onClick={() => setOpen('cancel')}>
            {t('allot.cancel')}
          </HeaderAct>
        </>
      )}
      {open === 'cancel' && <CancelDialog allotment={allotment} onClose={close} />}
      {open === 'change' && (
        <Suspense>
          <NumbersDialog allotment={allotment} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function Sums({ allotment }: { allotment: Allotment }) {
  const { t, n, lang } = useI18n();
  const { figures, handedOn, indicator } = allotment;
  const unit = lang === 'en' ? indicator.unitEn : indicator.unit;
  const tiles = [
    ['allot.sumTarget', figures.target],
    ['allot.sumHanded', handedOn],
    ['allot.sumReported', figures.reported],
    ['allot.sumConfirmed', figures.confirmed],
  ] as const;
  return (
    <Card label={t('allot.table')}>
      <dl className="allot-sums">
        {tiles.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd className="num">{n(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="card-foot caption">
        {unit} · {allotment.work}
      </p>
    </Card>
  );
}

function Versions({ versions }: Pick<Allotment, 'versions'>) {
  const { t, lang } = useI18n();
  const day = (on: string) => formatDate(on, lang, { withYear: true });
  return (
    <Card title={t('allot.versions')}>
      <ul className="allot-versions">
        {versions.map(({ version, at, by, reason, before, after, communes }) => (
          <li key={version}>
            <b>{t('allot.version', { n: version })}</b>{' '}
            <span className="caption">
              {by ? `${by.fullName} · ` : ''}
              {formatMoment(at, Date.now(), lang)}
            </span>
            <p>
              {[
                t('allot.communesNow', { n: communes }),
                before.target !== after.target && t('allot.target', { a: before.target, b: after.target }),
                before.dueOn !== after.dueOn && t('allot.due', { a: day(before.dueOn), b: day(after.dueOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p>{by ? reason : t('allot.byMerge')}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Whole({ allotment }: { allotment: Allotment }) {
  const { t, lang } = useI18n();
  const { title, issuer, issuedAt, directive, dueOn, priority, cancelReason } = allotment;
  const sub = (
    <span>
      {priority === 'urgent' && (
        <>
          <Chip tone="late" icon="alert-triangle">
            {t('list.urgent')}
          </Chip>{' '}
        </>
      )}
      {issuer.fullName} ·{' '}
      {t('allot.sub', { date: formatDate(dateInVietnam(issuedAt), lang), basis: directive.citation })} ·{' '}
      {deadlineText(dueOn, Date.now(), 'before', lang)}
    </span>
  );
  return (
    <>
      <PageHeader
        parent={{ label: t('nav.assign'), to: '/assignments' }}
        title={title}
        state={sub}
        main={<HandOn allotment={allotment} />}
        acts={<Acts allotment={allotment} />}
      />
      {allotment.cancelledAt && (
        <Notice tone="late" icon="ban">
          {t('allot.cancelled', { reason: cancelReason ?? '' })}
        </Notice>
      )}
      <Sums allotment={allotment} />
      <Card title={t('allot.table')}>
        <SharesTable shares={allotment.shares} />
      </Card>
      {allotment.versions.length > 0 && <Versions versions={allotment.versions} />}
      <p className="caption">
        <Link to="/assignments">{t('board.back')}</Link>
      </p>
    </>
  );
}

/** Target beside result of each commune; a commune opens the orders by which it handed its number on. */
export function AllotmentPage() {
  const { allotmentId } = route.useParams();
  const query = api.useQuery(
    'get',
    '/allotments/{allotmentId}',
    { params: { path: { allotmentId } } },
    { refetchInterval: 60_000 },
  );
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(allotment) => <Whole allotment={allotment} />}
      </Loaded>
    </div>
  );
}
