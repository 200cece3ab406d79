import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { type AppointedRole, rolesAt } from '#contracts/access/office-roles';
import { formatDate } from '#i18n';
import { client, isProblem, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { type Unit, UnitField } from '../../ui/fields/unit-field.tsx';
import { postPaths } from './use-posts.ts';

type Role = AppointedRole;

interface Form {
  role: Role;
  fullName: string;
  phone: string;
  email: string;
  title: string;
  from: string;
}

interface AppointProps {
  unit: Unit | null;
  onClose: () => void;
  onDone: (person: Schemas['PersonRef']) => void;
}

function useForm(unit: Unit | null) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [role = 'focal_officer'] = rolesAt[unit?.kind ?? 'commune'];
  const [form, setForm] = useState<Form>({
    role,
    fullName: '',
    phone: '',
    email: '',
    title: t(`appoint.role.${role}`),
    from: me.today,
  });
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const setRole = (next: Role) =>
    // A title that was typed stays; one that came with the role goes with it.
    set({ role: next, ...(form.title === t(`appoint.role.${form.role}`) && { title: t(`appoint.role.${next}`) }) });
  const isReady =
    form.fullName.trim() !== '' && form.title.trim() !== '' && (form.phone.trim() !== '' || form.email.trim() !== '');
  return { form, set, setRole, isReady };
}

/** The API's refusals at the field that they name. */
function useFieldErrors(error: unknown) {
  const i18n = useI18n();
  if (!isProblem(error)) return () => undefined;
  return (path: string) => (error.details.some((one) => one.path === path) ? problemText(i18n, error) : undefined);
}

type Set = (change: Partial<Form>) => void;
type ErrorAt = (path: string) => string | undefined;

/** What the person is called and how they sign in. */
function PersonFields({ form, set, errorAt }: { form: Form; set: Set; errorAt: ErrorAt }) {
  const { t } = useI18n();
  const field = (name: 'fullName' | 'title' | 'phone' | 'email') => ({
    value: form[name],
    error: errorAt(name),
    onChange: (text: string) => set({ [name]: text }),
  });
  return (
    <>
      <TextField label={t('appoint.name')} required {...field('fullName')} />
      <TextField label={t('appoint.post')} required {...field('title')} />
      <div className="form-pair">
        <TextField label={t('appoint.phone')} type="tel" {...field('phone')} />
        <TextField label={t('appoint.email')} type="email" {...field('email')} />
      </div>
      <p className="caption">{t('appoint.loginNote')}</p>
    </>
  );
}

function RoleField({ unit, role, onChange }: { unit: Unit; role: Role; onChange: (role: Role) => void }) {
  const { t } = useI18n();
  return (
    <div>
      <span className="field-label">{t('appoint.role')}</span>
      <SegmentedControl
        fullWidth
        aria-label={t('appoint.role')}
        value={role}
        onChange={(next) => onChange(next as Role)}
        data={rolesAt[unit.kind].map((each) => ({ value: each, label: t(`appoint.role.${each}`) }))}
      />
    </div>
  );
}

function useAppoint(form: Form, onDone: AppointProps['onDone']) {
  const { t } = useI18n();
  const { phone, email, ...more } = form;
  return useCommand({
    send: (unitId: string, header) =>
      client.POST('/units/{unitId}/officers', {
        params: { path: { unitId }, header },
        body: { ...more, standIn: false, ...(phone && { phone }), ...(email && { email }) },
      }),
    touches: postPaths,
    done: ({ person }) => {
      showNotice(t('appoint.done', { name: person.fullName }));
      onDone(person);
    },
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path in form),
  });
}

/** What the button does, with the days where it does not begin today. */
function useLabel({ from }: Form): string {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  return from > me.today ? t('appoint.saveFrom', { day: day(from) }) : t('appoint.save');
}

export function AppointDialog({ unit: given, onClose, onDone }: AppointProps) {
  const { t } = useI18n();
  const [unit, setUnit] = useState(given);
  const { form, set, setRole, isReady } = useForm(unit);
  const save = useAppoint(form, onDone);
  const errorAt = useFieldErrors(save.error);
  const label = useLabel(form);
  const chooseUnit = (next: Unit | null) => {
    setUnit(next);
    const roles = next ? rolesAt[next.kind] : [];
    if (roles[0] && !roles.includes(form.role)) setRole(roles[0]);
  };
  const title = unit ? t('appoint.titleAt', { unit: unit.fullName }) : t('appoint.title');
  return (
    <FormDialog
      title={title}
      label={label}
      busy={save.isPending}
      disabled={!unit || !isReady}
      onClose={onClose}
      onSubmit={() => unit && save.mutate(unit.id)}
    >
      {!given && <UnitField unit={unit} onChange={chooseUnit} />}
      {unit && <RoleField unit={unit} role={form.role} onChange={setRole} />}
      <PersonFields form={form} set={set} errorAt={errorAt} />
      <DayField
        label={t('appoint.from')}
        value={form.from}
        error={errorAt('from')}
        onChange={(from) => set({ from })}
      />
    </FormDialog>
  );
}
