/** Changing an issued order: what is changed, then whom it touches, then it is saved. */
import { Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addDays } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, DayField, Dialog, FormFoot, NoteField, TextField } from '../../../ui/form.tsx';
import { ChangePreview } from './change-preview.tsx';
import { type OrderForm, toChange } from './order-form.ts';
import { AddTeams, OrderTeams } from './team-picker.tsx';
import { type Assignment, type Change, type Plan, useChange, usePreview } from './use-change.ts';

interface FormProps {
  assignment: Assignment;
  form: OrderForm;
  set: (part: Partial<OrderForm>) => void;
}

function DueField({ form, set }: Pick<FormProps, 'form' | 'set'>) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <DayField label={t('change.dueOn')} minDate={me.today} value={form.dueOn} onChange={(dueOn) => set({ dueOn })} />
  );
}

function Fields({ assignment, form, set }: FormProps) {
  const { t } = useI18n();
  return (
    <>
      <DueField form={form} set={set} />
      <CountField
        label={t('change.target')}
        description={t('change.targetNote')}
        suffix={` ${assignment.indicator.unit}`}
        min={1}
        value={form.target}
        onChange={(target) => set({ target })}
      />
      <TextField label={t('change.name')} maxLength={200} value={form.title} onChange={(title) => set({ title })} />
      <NoteField label={t('change.work')} maxLength={2000} value={form.work} onChange={(work) => set({ work })} />
      <Checkbox
        label={t('change.urgent')}
        checked={form.urgent}
        onChange={(event) => set({ urgent: event.currentTarget.checked })}
      />
      <AddTeams label={t('change.add')} picked={form.add} onPick={(add) => set({ add })} />
      {form.add.length > 0 && (
        <CountField
          label={t('change.addTarget')}
          min={1}
          required
          value={form.addTarget}
          onChange={(addTarget) => set({ addTarget })}
        />
      )}
      <OrderTeams
        assignmentId={assignment.id}
        label={t('change.withdraw')}
        description={t('change.withdrawNote')}
        picked={form.withdraw}
        onPick={(withdraw) => set({ withdraw })}
      />
    </>
  );
}

interface DialogProps {
  assignment: Assignment;
  /** Only the deadline, for all that are not finished. */
  extend?: boolean;
  onClose: () => void;
}

export function ChangeDialog({ assignment, extend = false, onClose }: DialogProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [form, setForm] = useState<OrderForm>(() => ({
    dueOn: extend ? addDays(assignment.dueOn > me.today ? assignment.dueOn : me.today, 7) : assignment.dueOn,
    target: assignment.figures.target,
    title: assignment.title,
    work: assignment.work,
    urgent: assignment.priority === 'urgent',
    add: [],
    addTarget: null,
    withdraw: [],
    reason: '',
  }));
  const [plan, setPlan] = useState<Plan | null>(null);
  const preview = usePreview(assignment);
  const set = (part: Partial<OrderForm>) => setForm((before) => ({ ...before, ...part }));
  const change = toChange(assignment, form);
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (change) preview.mutate(change, { onSuccess: setPlan });
  };
  return (
    <Dialog title={t(extend ? 'change.extendTitle' : 'change.title')} size="lg" onClose={onClose}>
      {plan && change ? (
        <Confirm {...{ assignment, plan, change, onClose }} onBack={() => setPlan(null)} />
      ) : (
        <form className="form" onSubmit={look}>
          {extend ? <p>{t('change.extendText')}</p> : null}
          {extend ? <DueField form={form} set={set} /> : <Fields assignment={assignment} form={form} set={set} />}
          <NoteField
            label={t('change.reason')}
            required
            maxLength={1000}
            value={form.reason}
            onChange={(reason) => set({ reason })}
          />
          <FormFoot label={t('change.preview')} busy={preview.isPending} disabled={!change} onCancel={onClose} />
        </form>
      )}
    </Dialog>
  );
}

interface ConfirmProps {
  assignment: Assignment;
  plan: Plan;
  change: Change;
  onBack: () => void;
  onClose: () => void;
}

function Confirm({ assignment, plan, change, onBack, onClose }: ConfirmProps) {
  const { t } = useI18n();
  const save = useChange(assignment, plan, onClose);
  const label = plan.teams > 0 ? t('change.save', { n: plan.teams }) : t('change.saveQuiet');
  return (
    <div className="form">
      <ChangePreview plan={plan} />
      <FormFoot
        label={label}
        cancelLabel={t('change.back')}
        busy={save.isPending}
        onCancel={onBack}
        onAct={() => save.mutate(change)}
      />
    </div>
  );
}
