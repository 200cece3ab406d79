import { useState } from 'react';
import type { Pair } from '#contracts/reporting/figures';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { firstNames } from '../../ui/names.ts';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { Loaded } from '../../ui/states.tsx';
import { monthText } from '../../ui/text/months.ts';
import { nameOf, pairText, unitOf } from '../../ui/text/figures.ts';
import { RestatedSource } from './restated-source.tsx';
import { inOrder, namesFrom, type Restated, sources } from './restated.ts';
import './restated.css';

function Sources({ view }: { view: Restated }) {
  const { t } = useI18n();
  const missing = view.missing.map(({ name }) => name);
  return (
    <div className="rst-sources">
      <p className="caption">{t('rst.unchanged')}</p>
      {sources.map((from) => {
        const names = namesFrom(view, from);
        return (
          names.length > 0 && <p key={from}>{t(`rst.from.${from}`, { names: firstNames(t, names, 'rst.more') })}</p>
        );
      })}
      {missing.length > 0 && (
        <Notice tone="doing" icon="alert-triangle">
          {t('rst.missing', { names: firstNames(t, missing, 'rst.more') })}
        </Notice>
      )}
    </div>
  );
}

type Sent = ReadonlyMap<string, Pair>;

type Indicator = Restated['figures'][number]['indicator'];

type FigureNow = Pick<Restated['figures'][number], 'indicator' | 'pair' | 'known'>;

/** The figure in the units of today; it opens what it was added up from. */
function NowButton({ figure, onOpen }: { figure: FigureNow; onOpen: (indicator: Indicator) => void }) {
  const { t, lang } = useI18n();
  const { indicator, pair, known } = figure;
  const value = known ? pairText(pair, indicator, lang) : t('rst.unknown');
  return (
    <button
      type="button"
      className="strong-link num"
      aria-label={t('rst.source.open', { name: nameOf(indicator, lang), value })}
      onClick={() => onOpen(indicator)}
    >
      {value}
    </button>
  );
}

interface FiguresProps {
  view: Restated;
  sent: Sent | undefined;
  onOpen: (indicator: Indicator) => void;
}

type Figure = Restated['figures'][number];

function Name({ figure: { indicator, known, undivided } }: { figure: Figure }) {
  const { t, lang } = useI18n();
  return (
    <>
      {nameOf(indicator, lang)}
      <span className="cell-2">
        {indicator.code} · {unitOf(indicator, lang)}
      </span>
      {!known && (
        <span className="cell-2 late">
          {t('rst.why', { names: undivided.map(({ unit }) => unit.fullName).join(', ') })}
        </span>
      )}
    </>
  );
}

function Now({ figure, onOpen }: { figure: Figure; onOpen: (indicator: Indicator) => void }) {
  const { t, lang } = useI18n();
  const { indicator, pair, known, undivided } = figure;
  return (
    <div>
      <NowButton figure={{ indicator, pair, known }} onOpen={onOpen} />
      {undivided.map(({ unit, pair: whole }) => (
        <span key={unit.id} className="cell-2">
          {t('rst.whole', { unit: unit.name, value: pairText(whole, indicator, lang) })}
        </span>
      ))}
    </div>
  );
}

function Figures({ view, sent, onOpen }: FiguresProps) {
  const { t, lang } = useI18n();
  const then = ({ indicator }: Figure) => {
    const before = sent?.get(indicator.code);
    return before ? pairText(before, indicator, lang) : '–';
  };
  return (
    <PlainTable
      label={t('rst.table')}
      rows={inOrder(view.figures)}
      rowId={({ indicator }) => indicator.code}
      columns={[
        { header: t('rst.head.name'), cell: (figure) => <Name figure={figure} /> },
        ...(sent ? [{ header: t('rst.head.then'), cell: then, right: true }] : []),
        { header: t('rst.head.now'), cell: (figure) => <Now figure={figure} onOpen={onOpen} />, right: true },
      ]}
    />
  );
}

interface Props {
  unitId: string;
  month: string;
  /** What was sent, by indicator; absent where the page shows no such figures. */
  sent?: Sent;
}

/** A month's sent figures in the borders of today; what was sent is not touched. */
export function RestatedView({ unitId, month, sent }: Props) {
  const { t } = useI18n();
  const [opened, setOpened] = useState<Indicator | null>(null);
  const query = api.useQuery('get', '/units/{unitId}/restated', { params: { path: { unitId }, query: { month } } });
  return (
    <Loaded query={query} rows={10}>
      {(view) => (
        <Card title={t('rst.title', { unit: view.unit.fullName, month: monthText(view.month) })} className="rst">
          <Sources view={view} />
          {view.figures.length === 0 ? (
            <p className="card-body muted">{t('rst.none')}</p>
          ) : (
            <Figures view={view} sent={sent} onOpen={setOpened} />
          )}
          {opened && (
            <RestatedSource unitId={unitId} month={month} indicator={opened} onClose={() => setOpened(null)} />
          )}
        </Card>
      )}
    </Loaded>
  );
}
