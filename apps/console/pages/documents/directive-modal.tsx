import { placeInside } from '#i18n/places';
import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { type FormEvent, useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { unitPhrase } from '../../ui/unit-phrase.ts';

type Input = Schemas['DirectiveInput'];
const kinds = ['plan', 'official_letter', 'decision', 'guidance', 'resolution'] as const;

export function DirectiveModal({ known, onClose }: { known: readonly Schemas['Directive'][]; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [form, setForm] = useState<Input>({
    kind: 'plan',
    number: '',
    issuedOn: me.today,
    issuer: `UBND ${unitPhrase(post.unit.fullName)}`,
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
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('documents.add')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <form className="form" onSubmit={submit}>
        <div className="field-row">
          <Select
            label={t('documents.kind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: t(`directive.${kind}`) }))}
            value={form.kind}
            onChange={(kind) => kind && set({ kind: kind as Input['kind'] })}
          />
          <TextInput
            label={t('documents.number')}
            placeholder={t('documents.numberHint')}
            required
            value={form.number}
            onChange={(event) => set({ number: event.currentTarget.value })}
          />
        </div>
        <div className="field-row">
          <DatePickerInput
            label={t('documents.date')}
            valueFormat="D/M/YYYY"
            required
            maxDate={me.today}
            value={form.issuedOn}
            onChange={(day) => day && set({ issuedOn: day })}
          />
          <TextInput
            label={t('documents.issuer')}
            required
            value={form.issuer}
            onChange={(event) => set({ issuer: event.currentTarget.value })}
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
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
