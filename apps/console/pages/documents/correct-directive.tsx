import { useState } from 'react';
import { formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { refresh, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { changesOf, CorrectionsDialog } from '../../ui/corrections.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { DirectiveFields, type DirectiveWords } from './directive-fields.tsx';

interface Props {
  directive: Schemas['Directive'];
  onClose: () => void;
}

const list = ['/units/{unitId}/directives'] as const;
const history = '/directives/{directiveId}/corrections';

/** A slip of the pen: what quotes the directive follows, what was sent stays as it was. */
export function CorrectDirectiveModal({ directive, onClose }: Props) {
  const { t } = useI18n();
  // As it stood when the dialogue was opened: what somebody else writes meanwhile is not overwritten.
  const [seen] = useState(directive);
  const { kind, number, issuedOn, issuer, abstract } = seen;
  const [words, setWords] = useState<DirectiveWords>({ kind, number, issuedOn, issuer, abstract });
  const [reason, setReason] = useState('');
  const typed = [words.number, words.issuer, words.abstract, reason];
  const complete = typed.every((text) => text.trim() !== '');
  const save = useCommand({
    send: (_: void, header) =>
      client.PATCH('/directives/{directiveId}', {
        params: { path: { directiveId: seen.id }, header },
        body: { ...words, version: seen.version, reason: reason.trim() },
      }),
    touches: [...list, history],
    done: ({ citation }) => sayAndClose(t('documents.corrected', { citation }), onClose),
    failed: () => {
      refresh(list);
      return false;
    },
  });
  return (
    <FormDialog
      size="lg"
      onClose={onClose}
      title={t('documents.correctTitle', { number })}
      label={t('act.save')}
      busy={save.isPending}
      disabled={!complete}
      onSubmit={() => complete && save.mutate()}
    >
      <p className="muted">{t('documents.correctNote')}</p>
      <DirectiveFields form={words} set={(part) => setWords({ ...words, ...part })} />
      <NoteField required label={t('correction.reason')} maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

export function DirectiveHistory({ directive, onClose }: Props) {
  const { t, lang } = useI18n();
  const query = api.useQuery('get', history, { params: { path: { directiveId: directive.id } } });
  const rows = query.data?.map(({ before, after, ...rest }) => ({
    ...rest,
    changes: changesOf(before, after, [
      ['kind', t('documents.kind'), (kind) => t(`directive.${kind}` as MessageId)],
      ['number', t('documents.number')],
      ['issuedOn', t('documents.date'), (day) => formatDate(day, lang, { withYear: true })],
      ['issuer', t('documents.issuer')],
      ['abstract', t('documents.abstract')],
    ]),
  }));
  return (
    <CorrectionsDialog
      title={t('correction.title', { of: directive.number })}
      query={{ ...query, data: rows }}
      onClose={onClose}
    />
  );
}
