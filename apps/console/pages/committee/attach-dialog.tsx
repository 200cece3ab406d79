import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { useErrorAt } from '../../ui/error-at.ts';
import { committeePaths } from './use-committee.ts';

/** A commune's committee is set up by a signed decision. */
export function AttachDialog({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [form, setForm] = useState({ number: '', signedOn: me.today, signer: '', from: me.today, lastDay: '' });
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const { lastDay, ...more } = form;
  const save = useCommand({
    send: (id: string, header) =>
      client.POST('/units/{unitId}/committee', {
        params: { path: { unitId: id }, header },
        body: { ...more, ...(lastDay && { lastDay }) },
      }),
    touches: committeePaths,
    done: () => sayAndClose(t('committee.attached', { number: form.number }), onClose),
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path in form),
  });
  const errorAt = useErrorAt(save.error);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    error: errorAt(name),
    onChange: (text: string) => set({ [name]: text }),
  });
  return (
    <FormDialog
      title={t('committee.attachTitle')}
      label={t('committee.attachAct')}
      cancelLabel={t('act.close')}
      busy={save.isPending}
      disabled={!form.number.trim() || !form.signer.trim()}
      onClose={onClose}
      onSubmit={() => save.mutate(unitId)}
    >
      <div className="committee-pair">
        <TextField label={t('committee.number')} required {...field('number')} />
        <DayField label={t('committee.signedOn')} maxDate={me.today} {...field('signedOn')} />
      </div>
      <TextField label={t('committee.signer')} required {...field('signer')} />
      <DayField label={t('committee.start')} {...field('from')} />
      <Checkbox
        label={t('committee.hasTerm')}
        checked={lastDay !== ''}
        onChange={(event) => set({ lastDay: event.currentTarget.checked ? form.from : '' })}
      />
      {lastDay && <DayField label={t('committee.end')} minDate={form.from} {...field('lastDay')} />}
    </FormDialog>
  );
}
