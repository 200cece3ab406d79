/** What communes get next time: the same sheet as when it was given, with what became of communes meanwhile. */
import { useState } from 'react';
import { formatDate } from '#i18n';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, FormDialog, TextField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { nameList } from '../../../ui/names.ts';
import { Loaded, Loading } from '../../../ui/states.tsx';
import '../assign.css';
import { type Draft, divide, emptyDraft, type PoolTeam, sharesOf } from '../draft.ts';
import { SplitSheet } from '../steps/split-sheet.tsx';
import { useCommunePool } from '../steps/use-pool.ts';
import { type NextNumbers, type NumberSeries, useNextNumbers, useSetNextNumbers } from './use-number-series.ts';

interface Props {
  series: NumberSeries;
  onClose: () => void;
}

const NAMED = 6;

const startOf = (series: NumberSeries, next: NextNumbers): Draft => ({
  ...emptyDraft(),
  to: 'communes',
  indicatorCode: series.indicator.code,
  target: next.target,
  mode: 'typed',
  fixed: Object.fromEntries(next.shares.map(({ unit, target }) => [unit.id, target])),
});

const isSame = (shares: ReturnType<typeof sharesOf>, { shares: before }: NextNumbers): boolean =>
  shares.length === before.length &&
  before.every(({ unit, target }) => shares.some((one) => one.unitId === unit.id && one.target === target));

/** Communes that ended since, and those that have no number. */
function Meanwhile({ next }: { next: NextNumbers }) {
  const { t, n } = useI18n();
  const into = next.ended.flatMap(({ unit, target, to }) =>
    to ? `${unit.fullName} (${n(target)}) → ${to.fullName}` : [],
  );
  const alone = next.ended.flatMap(({ unit, target, to }) => (to ? [] : `${unit.fullName} (${n(target)})`));
  const without = next.without.map(({ fullName }) => fullName);
  return (
    <>
      {alone.length > 0 && (
        <Notice tone="late" icon="alert-triangle">
          {t('series.endedAlone', { names: nameList(t, alone, NAMED) })}
        </Notice>
      )}
      {into.length > 0 && (
        <Notice tone="new" icon="info-circle">
          {t('series.endedInto', { names: nameList(t, into, NAMED) })}
        </Notice>
      )}
      {without.length > 0 && (
        <Notice tone="new" icon="info-circle">
          {t('series.without', { n: without.length, names: nameList(t, without, NAMED) })}
        </Notice>
      )}
    </>
  );
}

interface FormProps extends Props {
  first: NextNumbers;
  pool: readonly PoolTeam[];
}

/** What is typed, and what of it is kept. */
function useNumbers({ series, first, pool, onClose }: FormProps) {
  const { t, lang } = useI18n();
  const [title, setTitle] = useState(series.wishes.title ?? '');
  const [dueDay, setDueDay] = useState(series.wishes.dueDay);
  const [draft, setDraft] = useState(() => startOf(series, first));
  const save = useSetNextNumbers(series, ({ next }) => {
    onClose();
    showNotice(t('series.savedNumbers', { date: formatDate(next?.on ?? '', lang) }));
  });
  const division = divide(draft, pool);
  const shares = sharesOf(draft, pool);
  // Numbers that stay as they are are not kept: the next ones go by the last ones, whatever becomes of a commune.
  const kept = series.wishes.numbers || !isSame(shares, first) ? shares : null;
  return {
    title,
    setTitle,
    dueDay,
    setDueDay,
    draft,
    change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })),
    division,
    shares,
    isReady: division.difference === 0 && shares.length > 0,
    isSaving: save.isPending,
    save: () => save.mutate({ title: title.trim() || null, dueDay, shares: kept }),
  };
}

type Numbers = ReturnType<typeof useNumbers>;

function Shown({ series, first, numbers: { title, dueDay, shares } }: FormProps & { numbers: Numbers }) {
  const { t, n, lang } = useI18n();
  const { data: next = first } = useNextNumbers(series.seriesId, dueDay);
  const values = {
    on: formatDate(next.on, lang),
    title: title.trim() || series.last.title,
    communes: n(shares.length),
    target: n(shares.reduce((sum, { target }) => sum + target, 0)),
    unit: lang === 'en' ? series.indicator.unitEn : series.indicator.unit,
    due: formatDate(next.dueOn, lang),
  };
  return (
    <Notice tone="new" icon="calendar-event">
      {t('series.previewNumbers', values)}
    </Notice>
  );
}

function Form(props: FormProps) {
  const { series, first, pool, onClose } = props;
  const { t } = useI18n();
  const numbers = useNumbers(props);
  const { title, setTitle, dueDay, setDueDay, draft, change, division, isReady, isSaving, save } = numbers;
  return (
    <FormDialog
      title={t('series.changeOf', { title: series.last.title })}
      size="lg"
      label={t('series.save')}
      busy={isSaving}
      disabled={!isReady}
      onClose={onClose}
      onSubmit={save}
    >
      <p>{t('series.dialogText')}</p>
      <Meanwhile next={first} />
      <TextField
        label={t('series.name')}
        description={t('series.nameNote')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={series.last.title}
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <CountField
        label={t('series.dueDay')}
        description={t('series.dueDayNumbers')}
        min={1}
        max={31}
        value={dueDay}
        onChange={setDueDay}
      />
      <CountField label={t('allot.whole')} min={1} value={draft.target} onChange={(target) => change({ target })} />
      <SplitSheet {...{ draft, change, division }} teams={pool} indicator={series.indicator} />
      <Shown {...props} numbers={numbers} />
    </FormDialog>
  );
}

export function NextNumbersDialog({ series, onClose }: Props) {
  const { t, lang } = useI18n();
  const next = useNextNumbers(series.seriesId, series.wishes.dueDay);
  const { pool, query } = useCommunePool(true);
  const shown = next.data;
  if (shown && !shown.end && query.data) return <Form series={series} first={shown} pool={pool} onClose={onClose} />;
  return (
    <FormDialog
      title={t('series.changeOf', { title: series.last.title })}
      size="lg"
      label={t('series.save')}
      busy={false}
      disabled
      onClose={onClose}
      onSubmit={onClose}
    >
      <Loaded query={next} rows={6}>
        {({ end, on }) =>
          end ? (
            <Notice tone="late" icon="alert-triangle">
              {t(`series.willEnd.${end}`, { date: formatDate(on, lang) })}
            </Notice>
          ) : (
            <Loading rows={6} />
          )
        }
      </Loaded>
    </FormDialog>
  );
}
