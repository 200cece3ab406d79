import { Link } from '@tanstack/react-router';
import { formatDate, formatMoment } from '#i18n';
import type { Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Dialog } from '../../../ui/form.tsx';
import { PlainTable } from '../../../ui/table/plain-table.tsx';
import { type Figure } from '../report-facts.ts';
import { monthText } from '../../../ui/text/months.ts';
import { pairText, unitOf } from '../../../ui/text/figures.ts';

type Item = Schemas['FigureItem'];
type Part = Schemas['FigureSource']['parts'][number];

interface Props {
  name: string;
  figure: Figure;
  onClose: () => void;
}

/** The thing itself on its own screen. */
function ItemLink({ item }: { item: Item }) {
  const { t } = useI18n();
  const { of, id, name } = item;
  if (of === 'team')
    return (
      <Link className="cell-link" to="/teams/$teamId" params={{ teamId: id }}>
        {name}
      </Link>
    );
  if (of === 'report')
    return (
      <Link className="cell-link" to="/reports/$reportId" params={{ reportId: id }}>
        {t('rep.title', { month: monthText(name) })}
      </Link>
    );
  const to = {
    hamlet: { to: '/teams', search: { q: name }, text: name },
    session: { to: '/training', search: { session: id }, text: name },
    product: { to: '/registers', search: { tab: 'ocop' }, text: name },
    committee: { to: '/committee', search: { unit: id }, text: t('rep.src.committee') },
    population: { to: '/registers', search: { unit: id }, text: t('rep.src.population') },
  }[of];
  return (
    <Link className="cell-link" to={to.to} search={to.search}>
      {to.text}
    </Link>
  );
}

/** The thing, when it was, and under which names it was found. */
function What({ item }: { item: Item }) {
  const { t, lang } = useI18n();
  const moment = (at: string) => formatMoment(at, Date.now(), lang);
  return (
    <>
      <ItemLink item={item} />
      {item.on && <span className="cell-2 num">{formatDate(item.on, lang, { withYear: true })}</span>}
      {item.names?.map(({ name: called, by, at }) => (
        <span key={at} className="cell-2">
          {t('rep.src.called', { name: called, by: by?.fullName ?? '–', at: moment(at) })}
        </span>
      ))}
      {item.names?.length === 0 && <span className="cell-2">{t('rep.src.noGroup')}</span>}
    </>
  );
}

/** "có" or "không" where it counts whole or not at all, else its part of the figure. */
function useItemText(): (item: Item) => string {
  const { t, n } = useI18n();
  return ({ of, value, whole }) => {
    if (whole === 1) return value === 1 ? t('rep.src.yes') : t('rep.src.no');
    if (of === 'population') return n(whole ?? 0);
    return whole === null ? n(value) : t('rep.fig.pair', { a: n(value), b: n(whole) });
  };
}

/** What a figure counts that no lines make up: first what is missing. */
export function ItemsDialog({ name, figure, items, onClose }: Props & { items: readonly Item[] }) {
  const { t, lang } = useI18n();
  const text = useItemText();
  const isMissing = ({ value, whole }: Item) => whole === 1 && value === 0;
  const sorted = [...items.filter(isMissing), ...items.filter((item) => !isMissing(item))];
  return (
    <Dialog title={t('rep.src.title', { name })} size="lg" onClose={onClose}>
      <PlainTable
        label={t('rep.src.title', { name })}
        rows={sorted}
        rowId={({ id, of }) => id + of}
        columns={[
          { header: t('rep.src.what'), cell: (item) => <What item={item} /> },
          {
            header: unitOf(figure.indicator, lang),
            cell: (item) => <span className={isMissing(item) ? 'late' : undefined}>{text(item)}</span>,
            right: true,
          },
        ]}
      />
    </Dialog>
  );
}

interface PartsProps extends Props {
  parts: readonly Part[];
}

/** What each unit below sent; each opens the same figure of that unit. */
export function UnitsDialog(props: PartsProps) {
  const { t } = useI18n();
  return <PartsDialog {...props} head={t('rep.src.unit')} />;
}

/** What each month says; each opens the same figure of its report. */
export function MonthsDialog({ parts, ...props }: PartsProps) {
  const { t } = useI18n();
  const named = parts.map((part) => ({ ...part, name: t('rep.months.of', { month: monthText(part.name) }) }));
  return <PartsDialog {...props} parts={named} head={t('rep.src.month')} />;
}

function PartsDialog({ name, figure, parts, onClose, head }: PartsProps & { head: string }) {
  const { t, lang } = useI18n();
  const { indicator } = figure;
  const link = ({ reportId, name: unit }: Part) =>
    reportId ? (
      <Link
        className="cell-link"
        to="/reports/$reportId"
        params={{ reportId }}
        search={{ figure: indicator.code }}
        onClick={onClose}
      >
        {unit}
      </Link>
    ) : (
      unit
    );
  return (
    <Dialog title={t('rep.src.title', { name })} size="lg" onClose={onClose}>
      <PlainTable
        label={t('rep.src.title', { name })}
        rows={parts}
        rowId={({ id, name: part }) => id + part}
        columns={[
          { header: head, cell: link },
          { header: unitOf(indicator, lang), cell: ({ pair }) => pairText(pair, indicator, lang), right: true },
        ]}
      />
    </Dialog>
  );
}
