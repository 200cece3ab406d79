import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { reformPaths } from './reform-looks.ts';

function useCreate(unitId: string, onClose: () => void) {
  const navigate = useNavigate();
  return useCommand({
    send: (body: Schemas['ReformInput'], header) =>
      client.POST('/units/{unitId}/reforms', { params: { path: { unitId }, header }, body }),
    touches: reformPaths,
    done: ({ id }) => {
      onClose();
      void navigate({ to: '/unit-reforms/$reformId', params: { reformId: id } });
    },
  });
}

/** A draft: what it is called, from which day, by which document. */
export function NewReform({
  unitId,
  title: called = '',
  directiveId: of = null,
  onClose,
}: {
  unitId: string;
  title?: string;
  directiveId?: string | null;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { directives } = useDirectives(unitId);
  const [title, setTitle] = useState(called);
  const [onDate, setDay] = useState(me.today);
  const [directiveId, setPaper] = useState<string | null>(of);
  const create = useCreate(unitId, onClose);
  const send = () => create.mutate({ title: title.trim(), onDate, ...(directiveId && { directiveId }) });
  return (
    <FormDialog
      title={t('ur.new')}
      label={t('ur.new')}
      busy={create.isPending}
      disabled={!title.trim()}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        label={t('ur.f.title')}
        placeholder={t('ur.f.titleHint')}
        required
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <DayField label={t('ur.f.day')} required value={onDate} onChange={setDay} />
      <Choice
        label={`${t('ur.f.paper')} · ${t('ur.f.paperLater')}`}
        searchable
        options={directives.map(({ id, citation }) => ({ value: id, label: citation }))}
        value={directiveId}
        onChange={setPaper}
      />
    </FormDialog>
  );
}
