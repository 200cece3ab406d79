import { Button } from '@mantine/core';
import { useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { boardCodes } from '#contracts/reporting/report-standing';
import { daysBetween } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, FilterChips, Notice } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { nameList } from '../../ui/names.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import type { UnitsOf } from '../restated/restated.ts';
import { RestatedBoardView, RestatedExport, RestatedSub } from '../restated/restated-board.tsx';
import { UnitsSwitch } from '../restated/units-switch.tsx';
import { nameOf, pairText } from '../../ui/text/figures.ts';
import { MonthStep } from '../../ui/header/month-step.tsx';
import { type Board, filters, filterWords, found, latestFirst, unsent } from './board-facts.ts';
import { BoardActs, SendUp } from './board-acts.tsx';
import './board.css';
import { PillarsCard } from './pillars-card.tsx';
import { usePastText } from './past-text.ts';
import { RemindDialog } from './remind-dialog.tsx';
import { ReceivedCard } from './received-card.tsx';
import { UnitsTable } from './units-table.tsx';

const route = getRouteApi('/report-board');

function useBoardSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: { month?: string; filter?: string; q?: string; units?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const filter = filters.find((each) => each === search.filter) ?? 'all';
  const units: UnitsOf = search.units === 'now' ? 'now' : 'then';
  return { month: search.month, filter, q: search.q ?? '', units, set };
}

type Search = ReturnType<typeof useBoardSearch>;

function Remind({ board }: { board: Board }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [open, setOpen] = useState(false);
  const units = unsent(board.units);
  if (units.length === 0 || !may('report.receive')) return null;
  return (
    <>
      <Button leftSection={<Icon name="bell-ringing" />} onClick={() => setOpen(true)}>
        <MainWords long={t('rb.remind', { n: units.length })} short={t('rb.remindAct', { n: units.length })} />
      </Button>
      {open && <Reminding board={board} unitIds={units.map(({ unit }) => unit.id)} onClose={() => setOpen(false)} />}
    </>
  );
}

function Reminding({ board, unitIds, onClose }: { board: Board; unitIds: readonly string[]; onClose: () => void }) {
  const past = usePastText(board.lateBefore);
  return <RemindDialog unitId={board.unit.id} month={board.month} unitIds={unitIds} note={past} onClose={onClose} />;
}

/** Before the due day: who was late before and has written nothing, by name and with how often. */
function LateBefore({ board }: { board: Board }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [open, setOpen] = useState(false);
  const past = usePastText(board.lateBefore);
  const unitIds = board.lateBefore.map(({ unitId }) => unitId);
  const named = board.units.filter(({ unit }) => unitIds.includes(unit.id));
  if (named.length === 0) return null;
  const names = nameList(
    t,
    named.map(({ unit }) => `${unit.name} (${past(unit.id)})`),
    6,
  );
  return (
    <Notice
      tone="doing"
      icon="clock"
      action={
        may('report.receive') && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('rb.remindAct', { n: named.length })}
          </Button>
        )
      }
    >
      {t('rb.lateBefore', { n: named.length, names })}
      {open && <Reminding board={board} unitIds={unitIds} onClose={() => setOpen(false)} />}
    </Notice>
  );
}

/** How many still owe, and since when. */
function Owing({ board }: { board: Board }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const owing = unsent(board.units).length;
  const over = daysBetween(board.dueOn, me.today);
  if (owing === 0) return null;
  return (
    <Chip tone={over > 0 ? 'late' : 'doing'} icon="clock">
      {over > 0 ? t('rb.owingLate', { n: owing, days: over }) : t('rb.owing', { n: owing })}
    </Chip>
  );
}

/** Reminding while somebody owes, who may; the own report once all is in, before that it is behind the menu. */
function Main({ board }: { board: Board }) {
  if (unsent(board.units).length > 0) return <Remind board={board} />;
  return board.units.length > 0 && <SendUp board={board} />;
}

function Subtitle({ board }: { board: Board }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const left = daysBetween(me.today, board.dueOn);
  const due = t('rb.due', { due: formatDate(board.dueOn, lang) });
  const rest =
    left < 0 ? t('rb.dueOver', { today: formatDate(me.today, lang), n: -left }) : t('rb.dueLeft', { n: left });
  return <>{`${due} · ${rest}`}</>;
}

/** A total that is not the sum of its parts is never shown as if it were. */
function Differences({ board }: { board: Board }) {
  const { t, lang } = useI18n();
  if (board.differences.length === 0) return null;
  return (
    <Notice tone="late" icon="alert-circle">
      <b>{t('rb.sumsDiffer', { n: board.differences.length })}</b>
      {board.differences.map(({ code, total, parts }) => {
        const indicator = board.indicators.find((each) => each.code === code);
        if (!indicator) return null;
        const [a, b] = [pairText(total, indicator, lang), pairText(parts, indicator, lang)];
        return <div key={code}>{t('rb.sumsDifferRow', { name: nameOf(indicator, lang), a, b })}</div>;
      })}
    </Notice>
  );
}

function Units({ board, at }: { board: Board; at: Search }) {
  const { t } = useI18n();
  const shown = boardCodes.flatMap((code) => board.indicators.find((each) => each.code === code) ?? []);
  const options = filters
    .map((key) => ({ key, label: t(filterWords[key]), count: found(board.units, key, '').length }))
    .filter(({ key, count }) => key === 'all' || count > 0);
  return (
    <Card>
      <div className="toolbar">
        <SearchField label={t('rb.search')} value={at.q} onChange={(q) => at.set({ q: q || undefined })} width={240} />
        <FilterChips
          label={t('rep.col.state')}
          options={options}
          value={at.filter}
          onChange={(filter) => at.set({ filter: filter === 'all' ? undefined : filter })}
        />
        <span className="toolbar-space" />
        <span className="caption">{t('rb.order')}</span>
      </div>
      <UnitsTable board={board} units={latestFirst(found(board.units, at.filter, at.q))} shown={shown} query={at.q} />
      <div className="card-foot board-foot">
        {board.differences.length === 0 && (
          <span className="good-text">
            <Icon name="shield-check" size={16} /> {t('rb.sumsEqual')}
          </span>
        )}
        <span>{t('rb.dash')}</span>
      </div>
    </Card>
  );
}

function Sent({ board, at }: { board: Board; at: Search }) {
  const { t } = useI18n();
  if (board.units.length === 0)
    return (
      <Card>
        <EmptyState icon="inbox" title={t('rb.noneOwe')}>
          {t('rb.noneOweText')}
        </EmptyState>
      </Card>
    );
  return (
    <>
      <div className="board-split">
        <ReceivedCard board={board} />
        <PillarsCard board={board} />
      </div>
      <Units board={board} at={at} />
    </>
  );
}

function Page({ board, at }: { board: Board; at: Search }) {
  const { t } = useI18n();
  const where = { unitId: board.unit.id, month: board.month };
  const isNow = at.units === 'now';
  return (
    <>
      <PageHeader
        title={t('nav.reportBoard')}
        state={!isNow && <Owing board={board} />}
        main={!isNow && <Main board={board} />}
        acts={!isNow && <BoardActs board={board} />}
        row={
          <>
            <MonthStep
              month={board.month}
              before={t('rb.prev')}
              after={t('rb.next')}
              onMonth={(month) => at.set({ month })}
            />
            <UnitsSwitch
              value={at.units}
              onChange={(units) => at.set({ units: units === 'now' ? units : undefined })}
            />
            <Link className="strong-link" to="/odd-figures" search={{ month: board.month }}>
              {t('odd.link')}
            </Link>
            <span className="page-row-text">{isNow ? <RestatedSub {...where} /> : <Subtitle board={board} />}</span>
            {isNow && (
              <span className="page-row-end no-print">
                <RestatedExport {...where} />
              </span>
            )}
          </>
        }
      />
      {isNow ? (
        <RestatedBoardView {...where} />
      ) : (
        <>
          <Differences board={board} />
          <LateBefore board={board} />
          <Sent board={board} at={at} />
          <p className="print-only caption">{t('rst.print.then')}</p>
        </>
      )}
    </>
  );
}

/** Who is late and by how many days, what the sum says, and down to the record. */
export function BoardPage() {
  const at = useBoardSearch();
  const { post } = useIdentity();
  const query = api.useQuery('get', '/units/{unitId}/report-board', {
    params: { path: { unitId: post.unit.id }, query: at.month ? { month: at.month } : {} },
  });
  return (
    <div className="page">
      <Loaded query={query} rows={12}>
        {(board) => <Page board={board} at={at} />}
      </Loaded>
    </div>
  );
}
