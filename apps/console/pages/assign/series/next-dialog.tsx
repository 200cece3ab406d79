/** What the next order of a monthly work differs in, with what it would be below. */
import { Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { formatDate } from '#i18n';
import type { Schemas } from '../../../api/client.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, FormDialog, TextField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { monthText } from '../../../ui/text/months.ts';
import { type Series, useNext, useSetNext, type Wishes } from './use-series.ts';

type Next = Schemas['NextOfSeries'];

const TYPED_MS = 300;

/** As it is kept: an empty name is the last one's. */
const asKept = (wishes: Wishes): Wishes => ({ ...wishes, title: wishes.title?.trim() || null });

function Shown({ next, series }: { next: Next; series: Series }) {
  const { t, n, lang } = useI18n();
  const on = formatDate(next.on, lang);
  if (next.end)
    return (
      <Notice tone="late" icon="alert-triangle">
        {t(`series.willEnd.${next.end}`, { date: on })}
      </Notice>
    );
  if (next.nothingLeft)
    return (
      <Notice tone="late" icon="alert-triangle">
        {t(`skipped.${next.nothingLeft}`, { month: monthText(next.month) })}
      </Notice>
    );
  const unit = lang === 'en' ? series.indicator.unitEn : series.indicator.unit;
  return (
    <Notice tone="new" icon="calendar-event">
      {t('series.preview', {
        on,
        title: next.title,
        teams: n(next.teams),
        target: n(next.target),
        unit,
        due: formatDate(next.dueOn, lang),
      })}
      {next.gone > 0 && ` ${t('series.gone', { n: n(next.gone) })}`}
    </Notice>
  );
}

function NewTeams({ next, checked, onCheck }: { next?: Next; checked: boolean; onCheck: (yes: boolean) => void }) {
  const { t, n } = useI18n();
  const there = next?.newTeams;
  const more = there ? there.n - there.names.length : 0;
  const names = `${there?.names.join(', ') ?? ''}${more > 0 ? t('series.more', { n: n(more) }) : ''}`;
  return (
    <Checkbox
      label={t('series.newTeams')}
      description={`${t('series.newTeamsNote')}${there?.n ? ` ${t('series.newTeamsNow', { n: n(there.n), names })}` : ''}`}
      checked={checked}
      onChange={(event) => onCheck(event.currentTarget.checked)}
    />
  );
}

function Fields({ series, wishes, set }: { series: Series; wishes: Wishes; set: (part: Partial<Wishes>) => void }) {
  const { t, lang } = useI18n();
  return (
    <>
      <TextField
        label={t('series.name')}
        description={t('series.nameNote')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={series.last.title}
        maxLength={200}
        value={wishes.title ?? ''}
        onChange={(title) => set({ title })}
      />
      <CountField
        label={t('series.dueDay')}
        description={t('series.dueDayNote')}
        min={1}
        max={31}
        value={wishes.dueDay}
        onChange={(dueDay) => set({ dueDay })}
      />
      <CountField
        label={t('series.target')}
        description={t('series.targetNote')}
        suffix={` ${lang === 'en' ? series.indicator.unitEn : series.indicator.unit}`}
        min={1}
        value={wishes.target}
        onChange={(target) => set({ target })}
      />
    </>
  );
}

export function NextDialog({ series, onClose }: { series: Series; onClose: () => void }) {
  const { t, lang } = useI18n();
  const [wishes, setWishes] = useState<Wishes>(series.wishes);
  const [asked] = useDebouncedValue(asKept(wishes), TYPED_MS);
  const next = useNext(series.seriesId, asked);
  const save = useSetNext(series, (kept) => {
    onClose();
    showNotice(t('series.saved', { date: formatDate(kept.next?.on ?? '', lang) }));
  });
  const set = (part: Partial<Wishes>) => setWishes((before) => ({ ...before, ...part }));
  return (
    <FormDialog
      title={t('series.changeOf', { title: series.last.title })}
      size="lg"
      label={t('series.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate(asKept(wishes))}
    >
      <p>{t('series.dialogText')}</p>
      <Fields series={series} wishes={wishes} set={set} />
      <NewTeams next={next.data} checked={wishes.withNewTeams} onCheck={(withNewTeams) => set({ withNewTeams })} />
      <Loaded query={next} rows={1}>
        {(shown) => <Shown next={shown} series={series} />}
      </Loaded>
    </FormDialog>
  );
}
