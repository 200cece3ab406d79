import { Select, type SelectProps } from '@mantine/core';
import { createDirective } from '#client/commands';
import { officeOf } from '#i18n/places';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Choice } from '../../ui/form.tsx';
import { useDirectiveFields } from './directive-fields.ts';
import { kindOfNumber } from './directive-number.ts';

type Directive = Schemas['Directive'];
interface OtherProps extends Pick<SelectProps, 'label' | 'description' | 'value' | 'onChange'> {
  known: readonly Directive[];
}

/** Another directive, or none. */
function OtherDirective({ known, ...field }: OtherProps) {
  const { t } = useI18n();
  const data = known.map(({ id, citation }) => ({ value: id, label: citation }));
  return <Select {...field} clearable searchable data={data} clearButtonProps={{ 'aria-label': t('act.clear') }} />;
}

export function DirectiveModal({ known, onClose }: { known: readonly Directive[]; onClose: () => void }) {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const { kind: kinds, ...fields } = useDirectiveFields();
  const own = known.filter(({ unit, supersededBy }) => unit.id === post.unit.id && !supersededBy);
  // The letters of the number say the kind, until somebody says another.
  const kindOf = (number?: string | null) => kindOfNumber(number ?? '') ?? 'plan';
  return (
    <CommandForm
      route={createDirective}
      path={{ unitId: post.unit.id }}
      touches={['/units/{unitId}/directives', '/units/{unitId}/dated-rules']}
      size="lg"
      title={t('documents.add')}
      body={({ number }) => ({ kind: kindOf(number) })}
      start={{ issuedOn: me.today, issuer: post.unit.kind === 'country' ? '' : officeOf(post.unit) }}
      fields={({ number }) => ({
        kind: {
          as: 'own',
          half: true,
          required: false,
          show: ({ value, onChange }) => (
            <Choice label={kinds.label} options={kinds.options} value={value ?? kindOf(number)} onChange={onChange} />
          ),
        },
        ...fields,
        supersedesId: {
          as: 'own',
          show: ({ value, onChange }) => (
            <OtherDirective
              label={t('documents.supersedes')}
              description={value && t('documents.supersedesNote')}
              known={own}
              value={value}
              onChange={onChange}
            />
          ),
        },
        basisId: {
          as: 'own',
          show: ({ value, onChange }) => (
            <OtherDirective label={t('documents.basis')} known={known} value={value} onChange={onChange} />
          ),
        },
      })}
      label={t('act.save')}
      said={({ citation }) => t('documents.saved', { citation })}
      onClose={onClose}
    />
  );
}
