import { dateInVietnam, formatDate, formatMoment } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { PrintMark } from '../../ui/print-mark.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { Colleagues, Former } from './people-cards.tsx';
import { ReceivedCard } from './received-card.tsx';
import { RowsCard, type Tick } from './rows-card.tsx';
import './takeover.css';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

type Takeover = Schemas['Takeover'];
const path = '/units/{unitId}/takeover';

/** A colleague's ticks come with the minute. */
const lively = { refetchInterval: 60_000 } as const;

function useTick(on: string): Tick {
  const { post } = useIdentity();
  const tick = useCommand({
    send: ({ kind, done }: { kind: Parameters<Tick>[0]; done: boolean }, header) =>
      client.POST('/units/{unitId}/takeover/ticks', {
        params: { path: { unitId: post.unit.id }, header },
        body: { on, kind, done },
      }),
    touches: [path],
  });
  return (kind, done) => tick.mutate({ kind, done });
}

function Closed({ takeover, onTick }: { takeover: Takeover; onTick: Tick }) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const { closed, units } = takeover;
  if (!closed) return null;
  const at = Date.parse(closed.at);
  const reopen = may('committee.manage') && (
    <button type="button" className="strong-link no-print" onClick={() => onTick('all', false)}>
      {t('takeover.reopen')}
    </button>
  );
  return (
    <Notice tone="done" icon="circle-check" action={reopen}>
      <b>{t('takeover.closed', { n: units, day: formatDate(dateInVietnam(at), lang) })}</b>{' '}
      {t('takeover.closedBy', { name: closed.by.fullName, at: formatMoment(at, Date.now(), lang) })}
    </Notice>
  );
}

function Body({ takeover }: { takeover: Takeover }) {
  const { post } = useIdentity();
  const onTick = useTick(takeover.on);
  const unit = { params: { path: { unitId: post.unit.id } } };
  const people = api.useQuery('get', '/units/{unitId}/takeover/people', unit);
  const received = api.useQuery('get', '/units/{unitId}/takeover/received', unit);
  return (
    <>
      <div className="split takeover-split">
        {takeover.closed ? (
          <Closed takeover={takeover} onTick={onTick} />
        ) : (
          <RowsCard takeover={takeover} onTick={onTick} />
        )}
        <Loaded query={people} rows={4}>
          {({ colleagues, former }) => (
            <div className="takeover-side">
              <Colleagues colleagues={colleagues} />
              <Former former={former} />
            </div>
          )}
        </Loaded>
      </div>
      <Loaded query={received} rows={5}>
        {(all) => <ReceivedCard received={all} />}
      </Loaded>
      <PrintMark />
    </>
  );
}

function useTitle(): (takeover: Takeover | null) => string {
  const { t } = useI18n();
  return (takeover) => {
    if (!takeover) return t('takeover.title');
    if (takeover.closed) return t('takeover.over');
    const n = takeover.rows.filter(({ done }) => !done).length;
    return n > 0 ? t('takeover.left', { n }) : t('takeover.noneLeft');
  };
}

function Sub({ takeover: { on, units, reform } }: { takeover: Takeover }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const day = formatDate(on, lang, { withYear: true });
  const said = t('takeover.sub', { unit: post.unit.fullName, day, n: units });
  return <>{[said, reform?.citation ?? reform?.title].filter(Boolean).join(' · ')}</>;
}

/** The first mornings after a reform: what came, what waits, who is new, whom to ask. */
export function TakeoverPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const titleOf = useTitle();
  const query = api.useQuery('get', path, { params: { path: { unitId: post.unit.id } } }, lively);
  const takeover = query.data?.takeover ?? null;
  const print = takeover && (
    <HeaderAct icon="printer" onClick={() => window.print()}>
      {t('takeover.print')}
    </HeaderAct>
  );
  return (
    <div className="page">
      <PageHeader title={titleOf(takeover)} state={takeover && <Sub takeover={takeover} />} acts={print} />
      <Loaded query={query} rows={8}>
        {(answer) =>
          answer.takeover ? (
            <Body takeover={answer.takeover} />
          ) : (
            <Card>
              <EmptyState icon="arrows-exchange" title={t('takeover.empty')}>
                {t('takeover.emptyText')}
              </EmptyState>
            </Card>
          )
        }
      </Loaded>
    </div>
  );
}
