import { MultiSelect, SegmentedControl } from '@mantine/core';
import { createProvider } from '#client/commands';
import { providerKinds } from '#contracts/enums';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { lowerFirst } from '#i18n/first-letters';
import { coveragePaths, useCoverage } from './use-coverage.ts';

/** The whole unit of the reader, or some of its communes. */
function AreaField({ value, onChange }: { value: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const communes = useCoverage({ by: 'commune', q: '', filter: undefined });
  const whole = [post.unit.id];
  const isWhole = value.includes(post.unit.id);
  return (
    <div>
      <span className="field-label">{t('providers.area')}</span>
      <SegmentedControl
        fullWidth
        aria-label={t('providers.area')}
        value={isWhole ? 'all' : 'some'}
        onChange={(next) => onChange(next === 'all' ? whole : [])}
        data={[
          { value: 'all', label: t('providers.areaAll', { unit: lowerFirst(post.unit.fullName) }) },
          { value: 'some', label: t('providers.areaSome') },
        ]}
      />
      {!isWhole && (
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
  return (
    <CommandForm
      route={createProvider}
      touches={coveragePaths}
      title={t('providers.addTitle')}
      start={{ kind: 'telecom', coverage: [post.unit.id], from: me.today }}
      fields={{
        name: { as: 'text', label: t('providers.name') },
        kind: {
          as: 'choice',
          required: false,
          label: t('providers.kind'),
          options: providerKinds.map((value) => ({ value, label: t(`providers.kindName.${value}`) })),
        },
        contact: { as: 'text', label: t('providers.contact') },
        coverage: {
          as: 'own',
          show: ({ value, onChange }) => <AreaField value={value ?? []} onChange={onChange} />,
        },
        from: { as: 'day', label: t('providers.editFrom') },
      }}
      ready={({ coverage }) => (coverage?.length ?? 0) > 0}
      label={t('providers.add')}
      said={({ name }) => t('providers.added', { name })}
      onClose={onClose}
    />
  );
}
