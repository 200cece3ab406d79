import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { affiliations, type Affiliation, committeeSeats, type CommitteeSeat } from '#contracts/enums';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { useErrorAt } from '../../ui/error-at.ts';
import { committeePaths, type Load } from './use-committee.ts';

interface Form {
  fullName: string;
  position: string;
  phone: string;
  email: string;
  affiliation: Affiliation;
  seat: CommitteeSeat;
  focal: boolean;
  from: string;
}

/** Begins with the place that the rule misses, so that the officer types less. */
function firstForm(load: Load, today: string): Form {
  const affiliation = load.checks.find(({ met }) => !met)?.affiliation ?? 'commune_officer';
  const seat = affiliation === 'commune_chair' ? 'head' : 'member';
  return { fullName: '', position: '', phone: '', email: '', affiliation, seat, focal: false, from: today };
}

const bodyOf = ({ phone, email, focal, ...form }: Form) => ({
  ...form,
  standIn: false,
  role: focal ? ('focal_officer' as const) : ('committee_member' as const),
  ...(phone.trim() && { phone: phone.trim() }),
  ...(email.trim() && { email: email.trim() }),
});

function SeatFields({ form, set }: { form: Form; set: (change: Partial<Form>) => void }) {
  const { t } = useI18n();
  return (
    <div className="committee-pair">
      <Choice
        label={t('committee.affiliation')}
        options={affiliations.map((value) => ({ value, label: t(`affiliation.${value}`) }))}
        value={form.affiliation}
        onChange={(affiliation) => set({ affiliation })}
      />
      <Choice
        label={t('committee.seatLabel')}
        options={committeeSeats.map((value) => ({ value, label: t(`committee.seat.${value}`) }))}
        value={form.seat}
        onChange={(seat) => set({ seat })}
      />
    </div>
  );
}

function useMember(load: Load, onClose: () => void) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [form, setForm] = useState(() => firstForm(load, me.today));
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const save = useCommand({
    send: (unitId: string, header) =>
      client.POST('/units/{unitId}/committee/members', {
        params: { path: { unitId }, header },
        body: bodyOf(form),
      }),
    touches: committeePaths,
    done: () => sayAndClose(t('committee.added', { name: form.fullName }), onClose),
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path in form),
  });
  const errorAt = useErrorAt(save.error);
  const field = (name: 'fullName' | 'position' | 'phone' | 'email' | 'from') => ({
    value: form[name],
    error: errorAt(name),
    onChange: (text: string) => set({ [name]: text }),
  });
  return { form, set, field, save };
}

export function AddDialog({ load, onClose }: { load: Load; onClose: () => void }) {
  const { t } = useI18n();
  const { form, set, field, save } = useMember(load, onClose);
  return (
    <FormDialog
      title={t('committee.addTitle')}
      label={t('committee.addAct')}
      cancelLabel={t('act.close')}
      busy={save.isPending}
      disabled={!form.fullName.trim() || !form.position.trim()}
      onClose={onClose}
      onSubmit={() => save.mutate(load.unit.id)}
    >
      <TextField label={t('committee.name')} required {...field('fullName')} />
      <TextField label={t('committee.post')} required {...field('position')} />
      <SeatFields form={form} set={set} />
      {load.focal.length === 0 && (
        <Checkbox
          label={t('committee.focal')}
          checked={form.focal}
          onChange={(event) => set({ focal: event.currentTarget.checked })}
        />
      )}
      <div className="committee-pair">
        <TextField label={t('committee.phone')} type="tel" {...field('phone')} />
        <TextField label={t('committee.email')} type="email" {...field('email')} />
      </div>
      <DayField label={t('committee.from')} {...field('from')} />
    </FormDialog>
  );
}
