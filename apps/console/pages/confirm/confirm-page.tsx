import { Button, Checkbox } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatMoment } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { useKeys } from '../../frame/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { useDuration } from '../../ui/text/duration.ts';
import './confirm.css';
import { ConfirmMany, useTicks } from './confirm-many.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { idOf, indicatorOf, liveEntries, type ResultRow, sumOf } from './decision.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { SamplingDialog, useRuleWords, useSampling } from './sampling-dialog.tsx';

type Results = Pages<ResultRow, Schemas['ResultPage']>;
const route = getRouteApi('/results');

function Queue({ pages, at, onPick }: { pages: Results; at: number; onPick: (id: string) => void }) {
  const { t, n, counted, lang } = useI18n();
  const { me } = useIdentity();
  const [rule] = useSampling().filter(({ validFrom }) => validFrom <= me.today);
  const unitOf = (result: ResultRow) => (lang === 'en' ? indicatorOf(result).unitEn : indicatorOf(result).unit);
  const duration = useDuration();
  const ticks = useTicks(pages.rows);
  const wait = (since: string) => {
    const days = Math.floor((Date.now() - Date.parse(since)) / 86_400_000);
    return days >= 1 ? t('time.days', { n: days }) : duration(since);
  };
  return (
    <Card title={t('nav.results')} aside={<span className="num muted">{n(pages.total)}</span>} className="queue">
      <ul>
        {pages.rows.map((result, index) => (
          <li key={idOf(result)}>
            {pages.rows.length > 1 && (
              <Checkbox
                aria-label={t('confirm.tick', { team: result.team.name })}
                disabled={result.look !== undefined}
                checked={ticks.has(result)}
                onChange={(event) => ticks.tick(result, event.currentTarget.checked)}
              />
            )}
            <button type="button" aria-current={index === at || undefined} onClick={() => onPick(idOf(result))}>
              <b>{result.team.name}</b>
              <span>{counted(sumOf(liveEntries(result)), unitOf(result))}</span>
              <span className="caption">{wait(result.submittedAt)}</span>
              {result.look && <span className="caption warn-text look">{t(`confirm.look.${result.look}`)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {pages.rows.length > 1 && <ConfirmMany ticks={ticks} rule={rule} />}
      <MoreRows more={pages.more} hasMore={pages.hasMore} />
      <SamplingFoot />
    </Card>
  );
}

/** By which rule small results may be confirmed unseen; none holds: every result is looked at. */
function SamplingFoot() {
  const { t } = useI18n();
  const rules = useSampling();
  const words = useRuleWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="sampling-foot">
      <span className="caption">{rules[0] ? words(rules[0]) : t('sampling.none')}</span>
      <Button variant="subtle" size="xs" onClick={() => setIsOpen(true)}>
        {t('sampling.open')}
      </Button>
      {isOpen && <SamplingDialog rules={rules} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

function Pager({ at, pages, go }: { at: number; pages: Results; go: (index: number) => void }) {
  const { t } = useI18n();
  return (
    <>
      <span className="num caption">
        {at + 1} / {pages.total}
      </span>
      <Button
        variant="default"
        leftSection={<Icon name="chevron-left" />}
        disabled={at <= 0}
        onClick={() => go(at - 1)}
      >
        {t('confirm.previous')}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="chevron-right" />}
        disabled={at >= pages.rows.length - 1}
        onClick={() => go(at + 1)}
      >
        {t('confirm.next')}
      </Button>
    </>
  );
}

function NothingWaits() {
  const { t } = useI18n();
  return (
    <>
      <PageHeader title={t('nav.results')} />
      <Card>
        <EmptyState icon="circle-check" title={t('confirm.empty')}>
          {t('confirm.emptyText')}
        </EmptyState>
        <SamplingFoot />
      </Card>
    </>
  );
}

/** The result that the address names, else the oldest; J and K walk, X confirms, T returns. */
function useCurrentResult({ rows: results, more }: Results) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [tab, setTab] = useState<'confirm' | 'return'>('confirm');
  const at = Math.max(
    0,
    results.findIndex((result) => idOf(result) === search.task),
  );
  // The result that the address names may stand further down; walking on reads the next page in time.
  const isAhead = search.task !== undefined && !results.some((result) => idOf(result) === search.task);
  const wanted = isAhead || at >= results.length - 2 ? more : undefined;
  useEffect(() => wanted?.(), [wanted]);
  const pick = (result: ResultRow | undefined) => {
    setTab('confirm');
    void navigate({ search: result ? { task: idOf(result) } : {}, replace: true });
  };
  const pickId = (id: string) => pick(results.find((result) => idOf(result) === id));
  const go = (index: number) => pick(results[Math.max(0, Math.min(results.length - 1, index))]);
  const confirm = () => {
    setTab('confirm');
    document.querySelector<HTMLElement>('[data-confirm-button]')?.click();
  };
  useKeys({ j: () => go(at + 1), k: () => go(at - 1), t: () => setTab('return'), x: confirm });
  const next = results[at + 1] ?? results[at - 1];
  return { at, result: results[at], tab, setTab, pickId, go, onDone: () => pick(next) };
}

function ResultToConfirm({ pages }: { pages: Results }) {
  const { t, lang } = useI18n();
  const { at, result, tab, setTab, pickId, go, onDone } = useCurrentResult(pages);
  if (!result) return <NothingWaits />;
  const id = idOf(result);
  const { name, nameEn } = indicatorOf(result);
  const title = result.task?.title ?? t('confirm.quick', { name: lang === 'en' && nameEn ? nameEn : name });
  const moment = formatMoment(result.submittedAt, Date.now(), lang);
  const submitted = t(result.task ? 'confirm.submitted' : 'confirm.sent', { at: moment });
  return (
    <>
      <PageHeader
        title={t('confirm.title', { team: result.team.name })}
        state={`${title} · ${submitted}`}
        row={<Pager at={at} pages={pages} go={go} />}
      />
      <div className="confirm-split">
        <Queue pages={pages} at={at} onPick={pickId} />
        <EvidencePanel key={id} result={result} />
        <DecisionPanel key={`d${id}`} result={result} tab={tab} setTab={setTab} onDone={onDone} />
      </div>
    </>
  );
}

export function ConfirmPage() {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  const pages = usePages(
    '/units/{unitId}/results',
    { params: { path } },
    (cursor) => client.GET('/units/{unitId}/results', { params: { path, query: cursor } }),
    { idOf },
  );
  return (
    <div className="page">
      <Loaded query={pages} rows={8}>
        {() => <ResultToConfirm pages={pages} />}
      </Loaded>
    </div>
  );
}
