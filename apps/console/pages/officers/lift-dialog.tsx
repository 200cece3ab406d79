/** Takes off the second factor of somebody who has lost phone and paper: called back first, and for a reason. */
import { liftSecondFactor } from '#client/commands';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { postPaths } from './use-posts.ts';

export function LiftDialog({ person, onClose }: { person: { id: string; fullName: string }; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={liftSecondFactor}
      path={{ personId: person.id }}
      touches={postPaths}
      danger
      title={t('factor.liftTitle', { name: person.fullName })}
      text={<p>{t('factor.liftText')}</p>}
      fields={{ reason: { as: 'note', label: t('factor.liftReason'), description: t('factor.liftReasonHint') } }}
      label={t('factor.lift')}
      said={t('factor.lifted', { name: person.fullName })}
      onClose={onClose}
    />
  );
}
