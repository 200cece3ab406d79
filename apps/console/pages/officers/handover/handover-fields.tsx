import { Select } from '@mantine/core';
import { formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { DayField, TextField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { type Form, OTHER, type Preview } from './use-handover.ts';

interface FieldsProps {
  form: Form;
  set: (change: Partial<Form>) => void;
  seen: Preview;
  errorAt: (path: string) => string | undefined;
}

function Receiver({ form, set, seen, errorAt }: FieldsProps) {
  const { t } = useI18n();
  return (
    <Select
      label={t(form.mode === 'stand_in' ? 'handover.standIn' : 'handover.receiver')}
      placeholder={t('handover.choose')}
      required
      data-autofocus
      searchable
      error={errorAt('personId')}
      value={form.receiver || null}
      onChange={(receiver) => set({ receiver: receiver ?? '' })}
      data={[
        ...seen.candidates.map(({ person }) => ({
          value: person.id,
          label: person.position ? `${person.fullName}, ${person.position}` : person.fullName,
        })),
        { value: OTHER, label: t('handover.other') },
      ]}
    />
  );
}

function OtherPerson({ form, set, errorAt }: FieldsProps) {
  const { t } = useI18n();
  const field = (name: 'fullName' | 'phone' | 'email') => ({
    value: form[name],
    error: errorAt(name),
    onChange: (text: string) => set({ [name]: text }),
  });
  return (
    <>
      <TextField label={t('appoint.name')} required {...field('fullName')} />
      <div className="form-pair">
        <TextField label={t('appoint.phone')} type="tel" {...field('phone')} />
        <TextField label={t('appoint.email')} type="email" {...field('email')} />
      </div>
    </>
  );
}

/** A receiver with a post elsewhere keeps it: said before, not found out later. */
function Elsewhere({ form, seen }: FieldsProps) {
  const { t } = useI18n();
  const chosen = seen.candidates.find(({ person }) => person.id === form.receiver);
  if (!chosen || chosen.elsewhere.length === 0) return null;
  return (
    <Notice tone="doing" icon="alert-triangle">
      {t('handover.elsewhere', { name: chosen.person.fullName, posts: chosen.elsewhere.join('; ') })}
    </Notice>
  );
}

export function Fields(props: FieldsProps) {
  const { form, set, seen, errorAt } = props;
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const days = (name: 'from' | 'lastDay') => ({
    value: form[name],
    error: errorAt(name),
    onChange: (day: string) => set({ [name]: day }),
  });
  const vacates = form.mode === 'vacate';
  return (
    <>
      <div className="form-pair">
        <TextField
          label={t('handover.holder')}
          value={seen.holder.fullName}
          disabled
          className="handover-holder"
          description={t('handover.since', { day: formatDate(seen.since, lang, { withYear: true }) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={() => undefined}
        />
        {!vacates && <Receiver {...props} />}
      </div>
      {!vacates && form.receiver === OTHER && <OtherPerson {...props} />}
      <Elsewhere {...props} />
      <div className="form-pair">
        <DayField label={t('handover.from')} required minDate={me.today} {...days('from')} />
        {form.mode === 'stand_in' && (
          <DayField label={t('handover.lastDay')} required minDate={form.from} {...days('lastDay')} />
        )}
        <TextField
          label={t(form.mode === 'replace' ? 'handover.basis' : 'handover.reason')}
          description={form.mode === 'replace' ? t('handover.basisHint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required={form.mode === 'replace'}
          error={errorAt('basis')}
          value={form.basis}
          onChange={(basis) => set({ basis })}
        />
      </div>
    </>
  );
}
