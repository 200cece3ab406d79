import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { api, type Schemas } from '../../../api/client.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { RecordsDialog } from './records-dialog.tsx';
import { ItemsDialog, MonthsDialog, UnitsDialog } from './sources-dialog.tsx';
import { type Figure, figureText, isOpen, type Report } from '../report-facts.ts';
import { nameOf } from '../../../ui/text/figures.ts';
import type { Words } from '../text/use-words.ts';

type Source = Schemas['FigureSource'];
type Opened = 'note' | 'records' | 'items' | 'units' | 'months';

/** A figure that is looked at, and where it stands on the page. */
export interface OpenFigure {
  code: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

const partWords: Partial<Record<Source['kind'], MessageId>> = {
  reports: 'rep.fig.byUnits',
  months: 'rep.fig.byMonths',
};

/** How the parts share the figure, largest first. */
function Parts({ source }: { source: Source }) {
  const { t } = useI18n();
  const values = source.parts.map(({ pair }) => pair.numerator ?? 0);
  const most = Math.max(...values, 1);
  if (values.length === 0) return null;
  const n = values.length;
  return (
    <>
      <span className="fig-bars" aria-hidden="true">
        {values.slice(0, 12).map((value, index) => (
          <i key={index} style={{ height: `${Math.max(12, (value / most) * 100)}%` }} />
        ))}
      </span>
      <span className="caption">{t(partWords[source.kind] ?? 'rep.fig.byTeams', { n })}</span>
    </>
  );
}

function FromText({ report, figure, source }: { report: Report; figure: Figure; source: Source }) {
  const { t, lang } = useI18n();
  const [from, to] = [formatDate(report.startsOn, lang), formatDate(report.endsOn, lang)];
  if (source.kind === 'typed')
    return (
      <>{t('rep.fig.from.typed', { name: figure.typed?.by.fullName ?? '–', source: figure.typed?.source ?? '–' })}</>
    );
  if (source.kind === 'lines' && source.total > 0) return <>{t('rep.fig.fromLines', { n: source.total, from, to })}</>;
  return <>{t(`rep.fig.from.${source.kind}`)}</>;
}

function Facts({ report, figure, source }: { report: Report; figure: Figure; source: Source }) {
  const { t, n, lang } = useI18n();
  const { aggregation } = figure.indicator;
  const { numerator, denominator } = figure.now;
  const pair =
    aggregation === 'ratio' && numerator !== null && denominator !== null
      ? `, ${t('rep.fig.pair', { a: n(numerator), b: n(denominator) })}`
      : '';
  return (
    <dl className="fig-facts">
      <dt>{t('rep.fig.from')}</dt>
      <dd>
        <FromText {...{ report, figure, source }} />
      </dd>
      <dt>{t('rep.fig.how')}</dt>
      <dd>
        {t(`rep.fig.how.${aggregation}`)}
        {pair}
      </dd>
      {source.after > 0 && (
        <>
          <dt>{t('rep.fig.not')}</dt>
          <dd>{t('rep.fig.notText', { n: source.after, to: formatDate(report.endsOn, lang) })}</dd>
        </>
      )}
      {figure.late > 0 && (
        <>
          <dt>{t('rep.fig.late')}</dt>
          <dd>{t('rep.fig.lateText', { n: figure.late })}</dd>
        </>
      )}
    </dl>
  );
}

function NoteDialog({ figure, words, onClose }: { figure: Figure; words: Words; onClose: () => void }) {
  const { t } = useI18n();
  const [note, setNote] = useState(figure.note ?? '');
  const [busy, setBusy] = useState(false);
  const { code } = figure.indicator;
  const save = async () => {
    setBusy(true);
    const isSaved = await words.flush({ notes: [{ code, note: note.trim() }] });
    setBusy(false);
    if (!isSaved) return showNotice(t('rep.notSaved'), 'failed');
    showNotice(t('rep.fig.noteSaved'));
    onClose();
  };
  const foot = { label: t('act.save'), busy, disabled: !note.trim(), onClose, onSubmit: () => void save() };
  return (
    <FormDialog title={t('rep.fig.note')} {...foot}>
      <NoteField label={t('rep.fig.note')} value={note} onChange={setNote} maxLength={500} />
    </FormDialog>
  );
}

interface Props {
  report: Report;
  words: Words;
  at: OpenFigure;
  onClose: () => void;
}

/** The way to what is behind the figure: its lines, the things that it counts, or the units that it sums. */
function Ways({ source, onOpen }: { source: Source; onOpen: (what: Opened) => void }) {
  const { t } = useI18n();
  const of = (kind: Source['kind']) => (source.kind === kind ? source.parts.length : 0);
  const ways = [
    ['records', source.total, 'rep.fig.open'],
    ['items', source.items.length, 'rep.src.open'],
    ['units', of('reports'), 'rep.src.openUnits'],
    ['months', of('months'), 'rep.src.openMonths'],
  ] as const;
  return ways.map(
    ([what, n, word]) =>
      n > 0 && (
        <Button
          key={what}
          size="xs"
          variant="light"
          leftSection={<Icon name="list-details" />}
          onClick={() => onOpen(what)}
        >
          {t(word, { n })}
        </Button>
      ),
  );
}

interface BodyProps {
  report: Report;
  figure: Figure;
  source: Source;
  onOpen: (what: Opened) => void;
}

function Body({ report, figure, source, onOpen }: BodyProps) {
  const { t, lang } = useI18n();
  return (
    <>
      <div className="fig-value">
        <strong>
          {figureText(figure, 'now', lang)}
          {figure.indicator.unit === '%' && figure.now.numerator !== null && '%'}
        </strong>
        <Parts source={source} />
      </div>
      <Facts {...{ report, figure, source }} />
      <div className="fig-acts">
        <Ways source={source} onOpen={onOpen} />
        {report.may.write && isOpen(report) && (
          <button type="button" className="strong-link" onClick={() => onOpen('note')}>
            {t('rep.fig.note')}
          </button>
        )}
      </div>
    </>
  );
}

interface OpenedProps {
  what: Opened;
  figure: Figure;
  source: Source | undefined;
  words: Words;
  onClose: () => void;
}

function OpenedDialog({ what, figure, source, words, onClose }: OpenedProps) {
  const { lang } = useI18n();
  const name = nameOf(figure.indicator, lang);
  if (what === 'note') return <NoteDialog figure={figure} words={words} onClose={onClose} />;
  if (!source) return null;
  if (what === 'records') return <RecordsDialog name={name} figure={figure} source={source} onClose={onClose} />;
  if (what === 'items') return <ItemsDialog name={name} figure={figure} items={source.items} onClose={onClose} />;
  const Parts = what === 'months' ? MonthsDialog : UnitsDialog;
  return <Parts name={name} figure={figure} parts={source.parts} onClose={onClose} />;
}

/** Where a figure comes from, and the way to its records. */
export function FigurePopover({ report, words, at, onClose }: Props) {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState<Opened | null>(null);
  const { code, ...place } = at;
  const figure = report.figures.find(({ indicator }) => indicator.code === code);
  const query = api.useQuery('get', '/reports/{reportId}/source', {
    params: { path: { reportId: report.id }, query: { code } },
  });
  if (!figure) return null;
  const name = nameOf(figure.indicator, lang);
  if (open) return <OpenedDialog what={open} figure={figure} source={query.data} words={words} onClose={onClose} />;
  return (
    <Popover
      withRoles={false}
      opened
      onChange={(next) => !next && onClose()}
      position="bottom"
      width={460}
      withArrow
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <span className="fig-anchor" style={place} />
      </Popover.Target>
      <Popover.Dropdown className="fig-pop" role="dialog" aria-label={name}>
        <div className="fig-head">
          <b>{name}</b> <span className="caption">{code}</span>
          <button type="button" className="fig-close" aria-label={t('rep.fig.close')} onClick={onClose}>
            <Icon name="x" size={18} />
          </button>
        </div>
        <Loaded query={query} rows={3}>
          {(source) => <Body {...{ report, figure, source }} onOpen={setOpen} />}
        </Loaded>
      </Popover.Dropdown>
    </Popover>
  );
}
