import { useState } from 'react';
import { correctDirective } from '#client/commands';
import { formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { refresh } from '../../api/use-command.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { changesOf, CorrectionsDialog } from '../../ui/corrections.tsx';
import { useDirectiveFields } from './directive-fields.ts';

interface Props {
  directive: Schemas['Directive'];
  onClose: () => void;
}

const list = ['/units/{unitId}/directives'] as const;
const history = '/directives/{directiveId}/corrections';

/** A slip of the pen: what quotes the directive follows, what was sent stays as it was. */
export function CorrectDirectiveModal({ directive, onClose }: Props) {
  const { t } = useI18n();
  const fields = useDirectiveFields();
  // As it stood when the dialogue was opened: what somebody else writes meanwhile is not overwritten.
  const [{ id: directiveId, version, kind, number, issuedOn, issuer, abstract }] = useState(directive);
  return (
    <CommandForm
      route={correctDirective}
      path={{ directiveId }}
      touches={[...list, history]}
      size="lg"
      title={t('documents.correctTitle', { number })}
      text={<p className="muted">{t('documents.correctNote')}</p>}
      body={{ version }}
      start={{ kind, number, issuedOn, issuer, abstract }}
      fields={{ ...fields, reason: { as: 'note', label: t('correction.reason') } }}
      label={t('act.save')}
      said={({ citation }) => t('documents.corrected', { citation })}
      failed={() => refresh(list)}
      onClose={onClose}
    />
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
