import { Table } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatMoment } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { MonthStep } from '../../ui/header/month-step.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Card, FilterChips } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { monthText } from '../../ui/text/months.ts';
import { type OddAct, OddDialog } from './odd-dialogs.tsx';
import { type Filter, filters, type Odd, type OddList } from './odd-facts.ts';
import { OddPanel } from './odd-panel.tsx';
import { OddRow, type OnAct } from './odd-table.tsx';
import './odd-figures.css';

export interface OddSearch {
  filter: Filter;
  figure?: string | undefined;
  set: (part: { month?: string | undefined; filter?: string | undefined; figure?: string | undefined }) => void;
}
type Search = OddSearch;

function Header({ list, at }: { list: OddList; at: Search }) {
  const { t, n, lang } = useI18n();
  const { post } = useIdentity();
  const { open, asked, answered } = list.counts;
  const all = open + asked + answered;
  const month = monthText(list.month);
  const looked = list.looked && {
    figures: list.looked.figures,
    communes: n(list.looked.communes),
    time: formatMoment(list.looked.at, Date.now(), lang),
  };
  const parent =
    post.unit.kind === 'commune'
      ? { label: t('rep.list'), to: '/reports' }
      : { label: t('nav.reportBoard'), to: '/report-board', search: { month: list.month } };
  return (
    <PageHeader
      parent={parent}
      title={all > 0 ? t('odd.title', { n: all, month }) : t('odd.titleNone', { month })}
      row={
        <>
          <MonthStep
            month={list.month}
            before={t('rb.prev')}
            after={t('rb.next')}
            onMonth={(next) => at.set({ month: next, figure: undefined })}
          />
          <span className="page-row-text">{looked ? t('odd.looked', looked) : t('odd.order')}</span>
        </>
      }
    />
  );
}

function Empty({ list }: { list: OddList }) {
  const { t, lang } = useI18n();
  return (
    <Card>
      {list.looked ? (
        <EmptyState icon="check" title={t('odd.none')}>
          {t('odd.noneLooked', {
            figures: list.looked.figures,
            time: formatMoment(list.looked.at, Date.now(), lang),
          })}
        </EmptyState>
      ) : (
        <EmptyState icon="inbox" title={t('odd.titleNone', { month: monthText(list.month) })}>
          {t('odd.nothingSent')}
        </EmptyState>
      )}
    </Card>
  );
}

/** J and K go from figure to figure, Enter asks, D leaves it as it is. */
function useKeys(shown: readonly Odd[], chosen: Odd | undefined, choose: (id: string) => void, onAct: OnAct) {
  return (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    const index = chosen ? shown.indexOf(chosen) : -1;
    const next = step !== undefined && shown[Math.max(0, Math.min(shown.length - 1, index + step))];
    if (next) choose(next.id);
    if (!chosen?.may.decide) return;
    if (event.key === 'd') onAct(chosen, 'dismiss');
    if (event.key === 'Enter' && chosen.state === 'open' && event.target === event.currentTarget) onAct(chosen, 'ask');
  };
}

const heads = ['figure', 'value', 'usual', 'effect', 'why'] as const;

interface ListProps {
  list: OddList;
  shown: readonly Odd[];
  chosen: Odd | undefined;
  at: Search;
  onAct: OnAct;
}

function Figures({ list, shown, chosen, at, onAct }: ListProps) {
  const { t } = useI18n();
  const choose = (figure: string) => at.set({ figure });
  const keys = useKeys(shown, chosen, choose, onAct);
  const counts = { ...list.counts, all: list.items.length + list.left };
  const options = filters.map((key) => ({ key, label: t(`odd.filter.${key}`), count: counts[key] }));
  return (
    <Card>
      <div className="toolbar">
        <FilterChips
          label={t('odd.filter')}
          options={options}
          value={at.filter}
          onChange={(filter) => at.set({ filter: filter === 'all' ? undefined : filter })}
        />
        <span className="toolbar-space" />
        <span className="caption">{t('odd.order')}</span>
      </div>
      <div className="board-scroll odd-scroll" tabIndex={0} role="region" aria-label={t('odd.table')} onKeyDown={keys}>
        <Table className="dt-table odd-table" aria-label={t('odd.table')}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} data-right={['value', 'usual', 'effect'].includes(head) || undefined}>
                  {t(`odd.col.${head}`)}
                </Table.Th>
              ))}
              <Table.Th aria-label={t('odd.filter')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((odd) => (
              <OddRow key={odd.id} odd={odd} isChosen={odd === chosen} onChoose={choose} onAct={onAct} />
            ))}
          </Table.Tbody>
        </Table>
        {shown.length === 0 && <div className="dt-empty">{t('odd.noneMatch')}</div>}
      </div>
      {list.left > 0 && <div className="card-foot">{t('odd.left', { n: list.left })}</div>}
    </Card>
  );
}

/** The list beside the chosen figure. */
export function OddFiguresView({ list, at }: { list: OddList; at: Search }) {
  const { t } = useI18n();
  const [act, setAct] = useState<{ odd: Odd; act: OddAct } | null>(null);
  const onAct: OnAct = (odd, one) => setAct({ odd, act: one });
  const shown = list.items.filter(({ state }) => at.filter === 'all' || state === at.filter);
  // Nothing is chosen beforehand.
  const chosen = shown.find(({ id }) => id === at.figure);
  return (
    <>
      <Header list={list} at={at} />
      {list.items.length === 0 ? (
        <Empty list={list} />
      ) : (
        <div className="odd-split">
          <Figures {...{ list, shown, chosen, at, onAct }} />
          {chosen ? (
            <OddPanel odd={chosen} onAct={onAct} />
          ) : (
            <p className="caption odd-choose-one">{t('odd.choose')}</p>
          )}
        </div>
      )}
      {act && <OddDialog {...act} onClose={() => setAct(null)} />}
    </>
  );
}
