import { appointOfficer } from '#client/commands';
import { lowerFirst } from '#i18n/first-letters';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { type Cell, coveragePaths } from './use-coverage.ts';

/** Somebody works for the provider in this commune: as trainer, and for what is passed on to the provider. */
export function PersonDialog({ cell: { provider, unit }, onClose }: { cell: Cell; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <CommandForm
      route={appointOfficer}
      path={{ unitId: unit.id }}
      touches={[...coveragePaths, '/units/{unitId}/posts']}
      title={t('providers.personTitle', { provider: provider.name })}
      text={<p className="caption">{t('providers.personNote', { unit: lowerFirst(unit.fullName) })}</p>}
      body={{ role: 'trainer', standIn: false, providerId: provider.id }}
      start={{ title: t('providers.trainer'), from: me.today }}
      fields={{
        fullName: { as: 'text', label: t('providers.personName') },
        title: { as: 'text', label: t('providers.personPost'), required: true },
        phone: { as: 'text', label: t('providers.phone'), type: 'tel' },
        email: { as: 'text', label: t('providers.email'), type: 'email' },
        from: { as: 'day', label: t('providers.editFrom') },
      }}
      label={t('providers.personAdd')}
      said={({ person }) => t('providers.added', { name: person.fullName })}
      onClose={onClose}
    />
  );
}
