import { Button } from '@mantine/core';
import { formatDate, formatMoment } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { OpenWorkLinks } from '../officers/handover/open-work-list.tsx';
import { totalOf } from '../officers/handover/work-parts.ts';
import '../officers/handover/handover.css';
import './handovers.css';

type Handover = Schemas['Handover'];

/** "Bạn nhận từ Phạm Thị Thu Hà": from the reader's side. */
function useHeading({ received, mode, from, to }: Handover): string {
  const { t } = useI18n();
  if (received) {
    const id = mode === 'stand_in' ? 'cameFor' : mode === 'caretaker' ? 'cared' : 'came';
    return t(`handovers.${id}`, { name: from.fullName });
  }
  if (!to) return t('handovers.wentEmpty');
  return t(mode === 'stand_in' ? 'handovers.wentFor' : 'handovers.went', { name: to.fullName });
}

function Days({ one }: { one: Handover }) {
  const { t, lang } = useI18n();
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const span = one.lastOn
    ? t('handovers.daysTo', { from: day(one.fromOn), to: day(one.lastOn) })
    : t('handovers.days', { from: day(one.fromOn) });
  return <span>{[span, one.basis].filter(Boolean).join(' · ')}</span>;
}

/** What came, from its day on; before it and after it where it is. */
function Body({ one }: { one: Handover }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  if (!one.received) return null;
  if (one.fromOn > me.today)
    return (
      <p className="card-body muted">
        {t('handovers.waits', { from: formatDate(one.fromOn, lang, { withYear: true }) })}
      </p>
    );
  if (one.lastOn && one.lastOn < me.today) return <p className="card-body muted">{t('handovers.over')}</p>;
  if (one.parts.length === 0) return <p className="card-body muted">{t('handovers.clear')}</p>;
  return <OpenWorkLinks parts={one.parts} />;
}

function Tick({ one, first }: { one: Handover; first: boolean }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const tick = useCommand({
    send: (handoverId: string, header) =>
      client.POST('/handovers/{handoverId}/read', { params: { path: { handoverId }, header } }),
    touches: ['/me/handovers'],
  });
  if (!one.received || one.fromOn > me.today) return null;
  if (one.readAt)
    return (
      <Chip tone="done" icon="check">
        {t('handovers.readAt', { at: formatMoment(one.readAt, Date.now(), lang) })}
      </Chip>
    );
  return (
    <Button variant={first ? 'filled' : 'default'} loading={tick.isPending} onClick={() => tick.mutate(one.id)}>
      {t('handovers.read')}
    </Button>
  );
}

function HandoverCard({ one, first }: { one: Handover; first: boolean }) {
  const { t } = useI18n();
  const heading = useHeading(one);
  const n = totalOf(one.parts);
  return (
    <Card
      title={`${one.post.title}, ${one.post.unit.fullName}`}
      note={
        <>
          {heading} · <Days one={one} />
          {n > 0 && <> · {t('handovers.left', { n })}</>}
        </>
      }
      aside={<Tick one={one} first={first} />}
    >
      <Body one={one} />
    </Card>
  );
}

/** What came with a post, and what went: the next one finds it in one place and ticks it as seen. */
export function HandoversPage() {
  const { t } = useI18n();
  const { me } = useIdentity();
  const mine = api.useQuery('get', '/me/handovers', {});
  return (
    <div className="page handovers">
      <PageHeader title={t('handovers.title')} hint={t('handovers.sub')} />
      <Loaded query={mine} rows={4}>
        {(all) => {
          const next = all.find(({ received, readAt, fromOn }) => received && !readAt && fromOn <= me.today);
          if (all.length === 0)
            return (
              <Card>
                <EmptyState icon="arrows-exchange" title={t('handovers.empty')}>
                  {t('handovers.emptyText')}
                </EmptyState>
              </Card>
            );
          return all.map((one) => <HandoverCard key={one.id} one={one} first={one === next} />);
        }}
      </Loaded>
    </div>
  );
}
