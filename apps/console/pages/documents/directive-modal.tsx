import { officeOf } from '#i18n/places';
import { Select } from '@mantine/core';

import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DirectiveFields } from './directive-fields.tsx';
import { kindOfNumber } from './directive-number.ts';

type Input = Schemas['DirectiveInput'];
interface FieldsProps {
  form: Input;
  set: (part: Partial<Input>) => void;
  known: readonly Schemas['Directive'][];
}

function Fields({ form, set, known }: FieldsProps) {
  const { t } = useI18n();
  const { post } = useIdentity();
  return (
    <>
      <DirectiveFields form={form} set={set} />
      <Select
        label={t('documents.supersedes')}
        description={form.supersedesId && t('documents.supersedesNote')}
        clearable
        searchable
        data={known
          .filter(({ unit, supersededBy }) => unit.id === post.unit.id && !supersededBy)
          .map(({ id, citation }) => ({ value: id, label: citation }))}
        value={form.supersedesId ?? null}
        onChange={(id) => set({ supersedesId: id ?? undefined })}
        clearButtonProps={{ 'aria-label': t('act.clear') }}
      />
      <Select
        label={t('documents.basis')}
        clearable
        searchable
        data={known.map((each) => ({ value: each.id, label: each.citation }))}
        value={form.basisId ?? null}
        onChange={(id) => set({ basisId: id ?? undefined })}
        clearButtonProps={{ 'aria-label': t('act.clear') }}
      />
    </>
  );
}

export function DirectiveModal({ known, onClose }: { known: readonly Schemas['Directive'][]; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const issuer = post.unit.kind === 'country' ? '' : officeOf(post.unit);
  const [form, setForm] = useState<Input>({ kind: 'plan', number: '', issuedOn: me.today, issuer, abstract: '' });
  const [isChosen, setChosen] = useState(false);
  // The letters of the number say the kind, until somebody says another.
  const set = (part: Partial<Input>) => {
    if (part.kind) setChosen(true);
    const kind = !isChosen && part.number !== undefined ? kindOfNumber(part.number) : undefined;
    setForm({ ...form, ...part, ...(kind && { kind }) });
  };
  const save = useCommand({
    send: (body: Input, header) =>
      client.POST('/units/{unitId}/directives', { params: { path: { unitId: post.unit.id }, header }, body }),
    touches: ['/units/{unitId}/directives', '/units/{unitId}/dated-rules'],
    done: ({ citation }) => sayAndClose(t('documents.saved', { citation }), onClose),
  });
  const shared = { title: t('documents.add'), label: t('act.save'), busy: save.isPending };
  return (
    <FormDialog {...shared} size="lg" onClose={onClose} onSubmit={() => save.mutate(form)}>
      <Fields form={form} set={set} known={known} />
    </FormDialog>
  );
}
