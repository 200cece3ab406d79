import '@mantine/dates/styles.css';
import { Button, Checkbox } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Choice, FormDialog, TextField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import {
  type AvoidDraft,
  type AvoidItem,
  type AvoidTime,
  avoidKinds,
  draftOf,
  emptyAvoid,
  itemOf,
  parseLunar,
} from './avoid.ts';

interface ItemProps {
  draft: AvoidDraft;
  set: (part: Partial<AvoidDraft>) => void;
  onRemove: () => void;
}

function Days({ draft, set }: Omit<ItemProps, 'onRemove'>) {
  const { t } = useI18n();
  if (draft.kind === 'lunar')
    return (
      <TextField
        label={t('train.avoid.lunarDays')}
        description={t('train.avoid.lunarHint')}
        required
        value={draft.lunar}
        error={parseLunar(draft.lunar) === null ? t('train.avoid.lunarBad') : undefined}
        onChange={(lunar) => set({ lunar })}
      />
    );
  if (draft.kind === 'every') return null;
  return (
    <Checkbox.Group
      label={t('train.avoid.weekdays')}
      required
      value={draft.weekdays.map(String)}
      onChange={(days) => set({ weekdays: days.map(Number) })}
    >
      <div className="weekday-boxes">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Checkbox key={day} value={String(day)} label={t(`train.weekday.${day - 1}` as MessageId)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Season({ draft, set }: Omit<ItemProps, 'onRemove'>) {
  const { t } = useI18n();
  const shared = {
    valueFormat: 'D/M/YYYY',
    clearable: true,
    required: draft.kind === 'every',
    clearButtonProps: { 'aria-label': t('act.clear') },
  };
  return (
    <div className="field-row field-row-2" role="group" aria-label={t('train.avoid.season')}>
      <p className="avoid-season">{t('train.avoid.season')}</p>
      <DatePickerInput
        {...shared}
        label={t('train.avoid.from')}
        value={draft.from}
        onChange={(day) => set({ from: day ? String(day) : null })}
      />
      <DatePickerInput
        {...shared}
        label={t('train.avoid.to')}
        value={draft.to}
        onChange={(day) => set({ to: day ? String(day) : null })}
      />
    </div>
  );
}

function Item({ draft, set, onRemove }: ItemProps) {
  const { t } = useI18n();
  const kinds = avoidKinds.map((value) => ({ value, label: t(`train.avoid.kind.${value}` as MessageId) }));
  return (
    <fieldset className="form avoid-item">
      <div className="avoid-head">
        <TextField
          label={t('train.avoid.label')}
          placeholder={t('train.avoid.labelHint')}
          required
          value={draft.label}
          onChange={(label) => set({ label })}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={t('train.avoid.remove', { name: draft.label })}
          onClick={onRemove}
        >
          <Icon name="trash" size={16} />
        </button>
      </div>
      <div className="field-row field-row-3">
        <Choice label={t('train.avoid.kind')} options={kinds} value={draft.kind} onChange={(kind) => set({ kind })} />
        <TextField label={t('train.avoid.start')} value={draft.start} onChange={(start) => set({ start })} />
        <TextField label={t('train.avoid.end')} value={draft.end} onChange={(end) => set({ end })} />
      </div>
      <Days draft={draft} set={set} />
      <Season draft={draft} set={set} />
    </fieldset>
  );
}

/** The whole list is written anew: what is taken away here is gone. */
export function AvoidDialog({ items, onClose }: { items: readonly AvoidTime[]; onClose: () => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [drafts, setDrafts] = useState(() => (items.length > 0 ? items.map(draftOf) : [emptyAvoid()]));
  const [pressed, setPressed] = useState(false);
  const ready = drafts.map(itemOf);
  const whole = ready.every((item) => item !== undefined);
  const save = useCommand({
    send: (body: { items: AvoidItem[] }, header) =>
      client.PUT('/units/{unitId}/avoid-times', { params: { path: { unitId: post.unit.id }, header }, body }),
    touches: ['/units/{unitId}/avoid-times', '/training/sessions'],
    done: () => sayAndClose(t('train.avoid.saved'), onClose),
  });
  const change = (at: number, part: Partial<AvoidDraft>) =>
    setDrafts(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft)));
  const submit = () => {
    setPressed(true);
    if (whole) save.mutate({ items: ready.filter((item) => item !== undefined) });
  };
  return (
    <FormDialog
      title={t('train.avoid.title')}
      size="lg"
      label={t('train.avoid.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      {drafts.map((draft, index) => (
        <Item
          key={index}
          draft={draft}
          set={(part) => change(index, part)}
          onRemove={() => setDrafts(drafts.filter((_, at) => at !== index))}
        />
      ))}
      <div className="session-acts">
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setDrafts([...drafts, emptyAvoid()])}
        >
          {t('train.avoid.add')}
        </Button>
      </div>
      {pressed && !whole && <p className="field-error">{t('train.avoid.incomplete')}</p>}
    </FormDialog>
  );
}
