import { SegmentedControl } from '@mantine/core';
import { addDays, formatDate } from '#i18n';
import { isProblem, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { problemText } from '../../../api/problem-text.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog } from '../../../ui/form.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { useViewportStep } from '../../../ui/viewport.ts';
import type { OfficerPost } from '../use-posts.ts';
import { Fields } from './handover-fields.tsx';
import './handover.css';
import {
  type Form,
  type Mode,
  type Preview,
  useHandOver,
  useHandoverForm,
  useHandoverPreview,
} from './use-handover.ts';
import { WhatGoes, WhatStays } from './what-goes.tsx';

interface Props {
  row: OfficerPost & { id: string };
  mode: Mode;
  onClose: () => void;
  /** Somebody new, who needs an invite. */
  onDone: (person: Schemas['PersonRef']) => void;
}

/** Only a focal officer is stood in for; a stand-in's own post only ends. */
const modesOf = ({ role, standIn }: OfficerPost): Mode[] =>
  standIn ? ['vacate'] : role === 'focal_officer' ? ['replace', 'stand_in', 'vacate'] : ['replace', 'vacate'];

function useActLabel({ mode, from, lastDay }: Form): { label: string; undo: string } {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return {
    label: t(`handover.act.${mode}`, { from: day(from), to: day(lastDay) }),
    undo: from > me.today ? t('handover.undoUntil', { day: day(addDays(from, -1)) }) : t('handover.undoNone'),
  };
}

const nameOf = ({ receiver, fullName }: Form, { candidates }: Preview): string =>
  candidates.find(({ person }) => person.id === receiver)?.person.fullName ?? fullName.trim();

function Modes({ row, mode, onChange }: { row: OfficerPost; mode: Mode; onChange: (mode: Mode) => void }) {
  const { t } = useI18n();
  const step = useViewportStep();
  const modes = modesOf(row);
  if (modes.length === 1) return null;
  return (
    <SegmentedControl
      fullWidth
      orientation={step < 560 ? 'vertical' : 'horizontal'}
      aria-label={t('handover.mode')}
      value={mode}
      onChange={(next) => onChange(next as Mode)}
      data={modes.map((each) => ({ value: each, label: t(`handover.mode.${each}`) }))}
    />
  );
}

/** Nothing open is lost when a post changes hands: what goes with it stands here before it is written. */
export function HandoverDialog({ row, mode: first, onClose, onDone }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { form, set, setMode, isReady } = useHandoverForm(first);
  const preview = useHandoverPreview(row.id, form.from);
  const save = useHandOver(form, (person) => {
    onClose();
    if (person) onDone(person);
  });
  const errorAt = (path: string) =>
    isProblem(save.error) && save.error.details.some((one) => one.path === path)
      ? problemText(i18n, save.error)
      : undefined;
  const { label, undo } = useActLabel(form);
  return (
    <FormDialog
      title={t('handover.title', { title: row.title, unit: row.unit.fullName })}
      size="720px"
      label={label}
      danger={form.mode === 'vacate'}
      busy={save.isPending}
      disabled={!isReady || !preview.data}
      onClose={onClose}
      onSubmit={() => save.mutate(row.id)}
    >
      <Modes row={row} mode={form.mode} onChange={setMode} />
      <Loaded query={preview} rows={6}>
        {(seen) => (
          <>
            <Fields form={form} set={set} seen={seen} errorAt={errorAt} />
            <WhatGoes form={form} seen={seen} receiver={nameOf(form, seen)} />
            <WhatStays form={form} seen={seen} receiver={nameOf(form, seen)} />
            {isProblem(save.error) && save.error.details.length === 0 && (
              <p className="late" role="alert">
                {problemText(i18n, save.error)}
              </p>
            )}
          </>
        )}
      </Loaded>
      <p className="caption">{undo}</p>
    </FormDialog>
  );
}
