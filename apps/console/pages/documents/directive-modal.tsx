import { placeInside } from '#i18n/places';
import { Select, Textarea } from '@mantine/core';

import { type FormEvent, useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { DayField, Dialog, FormFoot, TextField } from '../../ui/form.tsx';
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
    done: (directive) => {
      showNotice(t('documents.saved', { citation: directive.citation }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form);
  };
  const others = known.map((each) => ({ value: each.id, label: each.citation }));
  return (
    <Dialog onClose={onClose} size="lg" title={t('documents.add')}>
      <form className="form" onSubmit={submit}>
        <div className="field-row">
          <Select
            label={t('documents.kind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: t(`directive.${kind}`) }))}
            value={form.kind}
            onChange={(kind) => kind && set({ kind: kind as Input['kind'] })}
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
          <TextField
            label={t('documents.issuer')}
            required
            value={form.issuer}
            onChange={(issuer) => set({ issuer })}
          />
        </div>
        <Textarea
          label={t('documents.abstract')}
          required
          autosize
          minRows={2}
          value={form.abstract}
          onChange={(event) => set({ abstract: event.currentTarget.value })}
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
        <FormFoot label={t('act.save')} onCancel={onClose} busy={save.isPending} />
      </form>
    </Dialog>
  );
}
