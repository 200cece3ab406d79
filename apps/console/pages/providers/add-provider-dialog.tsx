import { MultiSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { providerKinds, type ProviderKind } from '#contracts/enums';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useErrorAt } from '../../ui/error-at.ts';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { lowerFirst } from '#i18n/first-letters';
import { coveragePaths, useCoverage } from './use-coverage.ts';

interface Form {
  name: string;
  kind: ProviderKind;
  contact: string;
  from: string;
}

/** The whole unit of the reader, or some of its communes. */
function AreaField({ value, onChange }: { value: readonly string[] | null; onChange: (ids: string[] | null) => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const communes = useCoverage({ by: 'commune', q: '', filter: undefined });
  return (
    <div>
      <span className="field-label">{t('providers.area')}</span>
      <SegmentedControl
        fullWidth
        aria-label={t('providers.area')}
        value={value === null ? 'all' : 'some'}
        onChange={(next) => onChange(next === 'all' ? null : [])}
        data={[
          { value: 'all', label: t('providers.areaAll', { unit: lowerFirst(post.unit.fullName) }) },
          { value: 'some', label: t('providers.areaSome') },
        ]}
      />
      {value !== null && (
        <MultiSelect
          mt="xs"
          searchable
          aria-label={t('providers.communes')}
          placeholder={value.length === 0 ? t('providers.communes') : ''}
          data={communes.rows.map(({ unit }) => ({ value: unit.id, label: unit.fullName }))}
          value={[...value]}
          onChange={onChange}
        />
      )}
    </div>
  );
}

export function AddProviderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [form, setForm] = useState<Form>({ name: '', kind: 'telecom', contact: '', from: me.today });
  const [area, setArea] = useState<string[] | null>(null);
  const { contact, ...more } = form;
  const add = useCommand({
    send: (coverage: string[], header) =>
      client.POST('/providers', {
        params: { header },
        body: { ...more, coverage, ...(contact.trim() && { contact: contact.trim() }) },
      }),
    touches: coveragePaths,
    done: ({ name }) => sayAndClose(t('providers.added', { name }), onClose),
    failed: (error) => isProblem(error) && error.details.some(({ path }) => path in form),
  });
  const errorAt = useErrorAt(add.error);
  const field = (name: 'name' | 'contact' | 'from') => ({
    value: form[name],
    error: errorAt(name),
    onChange: (text: string) => setForm((before) => ({ ...before, [name]: text })),
  });
  return (
    <FormDialog
      title={t('providers.addTitle')}
      label={t('providers.add')}
      cancelLabel={t('act.close')}
      disabled={!form.name.trim() || area?.length === 0}
      busy={add.isPending}
      onClose={onClose}
      onSubmit={() => add.mutate(area ?? [post.unit.id])}
    >
      <TextField label={t('providers.name')} required {...field('name')} />
      <Choice
        label={t('providers.kind')}
        options={providerKinds.map((value) => ({ value, label: t(`providers.kindName.${value}`) }))}
        value={form.kind}
        onChange={(kind) => setForm((before) => ({ ...before, kind }))}
      />
      <TextField label={t('providers.contact')} {...field('contact')} />
      <AreaField value={area} onChange={setArea} />
      <DayField label={t('providers.editFrom')} {...field('from')} />
    </FormDialog>
  );
}
