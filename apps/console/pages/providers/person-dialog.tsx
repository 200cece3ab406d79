import { useState } from 'react';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useErrorAt } from '../../ui/error-at.ts';
import { DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { lowerFirst } from '#i18n/first-letters';
import { type Cell, coveragePaths } from './use-coverage.ts';

function usePerson(cell: Cell, onClose: () => void) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { provider, unit } = cell;
  const [form, setForm] = useState({
    fullName: '',
    title: t('providers.trainer'),
    phone: '',
    email: '',
    from: me.today,
  });
  const { phone, email, ...more } = form;
  const add = useCommand({
    send: (unitId: string, header) =>
      client.POST('/units/{unitId}/officers', {
        params: { path: { unitId }, header },
        body: {
          ...more,
          role: 'trainer',
          standIn: false,
          providerId: provider.id,
          ...(phone.trim() && { phone: phone.trim() }),
          ...(email.trim() && { email: email.trim() }),
        },
      }),
    touches: [...coveragePaths, '/units/{unitId}/posts'],
    done: ({ person }) => sayAndClose(t('providers.added', { name: person.fullName }), onClose),
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path in form),
  });
  const errorAt = useErrorAt(add.error);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    error: errorAt(name),
    onChange: (text: string) => setForm((before) => ({ ...before, [name]: text })),
  });
  return { form, field, add, provider, unit };
}

/** Somebody works for the provider in this commune: as trainer, and for what is passed on to the provider. */
export function PersonDialog({ cell, onClose }: { cell: Cell; onClose: () => void }) {
  const { t } = useI18n();
  const { form, field, add, provider, unit } = usePerson(cell, onClose);
  return (
    <FormDialog
      title={t('providers.personTitle', { provider: provider.name })}
      label={t('providers.personAdd')}
      cancelLabel={t('act.close')}
      disabled={!form.fullName.trim() || !form.title.trim()}
      busy={add.isPending}
      onClose={onClose}
      onSubmit={() => add.mutate(unit.id)}
    >
      <p className="caption">{t('providers.personNote', { unit: lowerFirst(unit.fullName) })}</p>
      <TextField label={t('providers.personName')} required {...field('fullName')} />
      <TextField label={t('providers.personPost')} required {...field('title')} />
      <TextField label={t('providers.phone')} type="tel" {...field('phone')} />
      <TextField label={t('providers.email')} type="email" {...field('email')} />
      <DayField label={t('providers.editFrom')} {...field('from')} />
    </FormDialog>
  );
}
