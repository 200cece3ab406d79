import { placeInside } from '#i18n/places';
import { Select } from '@mantine/core';

import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { Choice, DayField, FormDialog, NoteField, TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

type Input = Schemas['DirectiveInput'];
const kinds = ['plan', 'official_letter', 'decision', 'guidance', 'resolution'] as const;

export function DirectiveModal({ known, onClose }: { known: readonly Schemas['Directive'][]; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [form, setForm] = useState<Input>({
    kind: 'plan',
    number: '',
    issuedOn: me.today,
    issuer: `UBND ${placeInside(post.unit.fullName)}`,
    abstract: '',
  });
  const set = (part: Partial<Input>) => setForm({ ...form, ...part });
  const save = useCommand({
    send: (body: Input, header) =>
      client.POST('/units/{unitId}/directives', { params: { path: { unitId: post.unit.id }, header }, body }),
    touches: ['/units/{unitId}/directives'],
    done: (directive) => sayAndClose(t('documents.saved', { citation: directive.citation }), onClose),
  });
  const submit = () => save.mutate(form);
  const others = known.map((each) => ({ value: each.id, label: each.citation }));
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={t('documents.add')}
      label={t('act.save')}
      busy={save.isPending}
      onSubmit={submit}
    >
      <div className="field-row">
        <Choice
          label={t('documents.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`directive.${kind}`) }))}
          value={form.kind}
          onChange={(kind) => set({ kind: kind })}
        />
        <TextField
          label={t('documents.number')}
          placeholder={t('documents.numberHint')}
          required
          value={form.number}
          onChange={(number) => set({ number })}
        />
      </div>
      <div className="field-row">
        <DayField
          label={t('documents.date')}
          required
          maxDate={me.today}
          value={form.issuedOn}
          onChange={(issuedOn) => set({ issuedOn })}
        />
        <TextField label={t('documents.issuer')} required value={form.issuer} onChange={(issuer) => set({ issuer })} />
      </div>
      <NoteField
        label={t('documents.abstract')}
        required
        value={form.abstract}
        onChange={(abstract) => set({ abstract })}
      />
      <Select
        label={t('documents.basis')}
        clearable
        searchable
        data={others}
        value={form.basisId ?? null}
        onChange={(id) => set({ basisId: id ?? undefined })}
        clearButtonProps={{ 'aria-label': t('act.clear') }}
      />
    </FormDialog>
  );
}
