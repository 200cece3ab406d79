import { reportAsPartner } from '#client/commands';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';

/** The company's side of one joint task. */
export function PartnerReportDialog({ task, onClose }: { task: Schemas['JointTask']; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const unit = lang === 'en' ? task.indicator.unitEn : task.indicator.unit;
  return (
    <CommandForm
      route={reportAsPartner}
      path={{ taskId: task.id }}
      touches={['/units/{unitId}/joint-tasks']}
      title={`${task.title}, ${task.team.name}`}
      start={{ happenedOn: me.today }}
      fields={{
        value: { as: 'count', label: t('joint.value', { unit }), description: t('joint.once') },
        happenedOn: { as: 'day', label: t('joint.day'), max: me.today },
        note: { as: 'note', label: t('joint.note') },
        link: { as: 'text', label: t('joint.link') },
      }}
      label={t('joint.send')}
      said={t('joint.sent')}
      onClose={onClose}
    />
  );
}
