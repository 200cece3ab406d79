import { setRegister } from '#client/commands';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { RegisterRow } from './register-rows.ts';

/** Records the figures of one hamlet from a day on; earlier days keep theirs. */
export function RegisterModal({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <CommandForm
      route={setRegister}
      path={{ unitId: row.unit.id }}
      touches={['/units/{unitId}/registers', '/units/{unitId}/teams', '/teams/{teamId}']}
      title={row.unit.fullName}
      start={{ households: row.households, population: row.population, asOf: me.today }}
      fields={{
        households: { as: 'count', label: t('registers.households'), half: true },
        population: { as: 'count', label: t('registers.population'), half: true },
        asOf: { as: 'day', label: t('registers.from') },
      }}
      ready={({ households, population }) => households != null || population != null}
      label={t('act.save')}
      said={t('registers.saved', { name: row.unit.fullName })}
      onClose={onClose}
    />
  );
}
