import { cancelSession } from '#client/commands';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import type { SessionDetail } from '../looks.ts';
import { sessionPaths } from '../use-sessions.ts';

/** Everybody invited is told at once, so a reason is asked and the number is said. */
export function CancelDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useI18n();
  const told = session.state === 'published' ? session.invited : 0;
  return (
    <CommandForm
      route={cancelSession}
      path={{ sessionId: session.id }}
      touches={sessionPaths}
      danger
      title={t('train.cancel.title', { title: session.title })}
      text={<p>{told > 0 ? t('train.cancel.text', { n: told }) : t('train.cancel.textNobody')}</p>}
      fields={{ reason: { as: 'note', label: t('train.cancel.reason'), focus: true } }}
      label={t('train.cancel.act')}
      cancelLabel={t('act.back')}
      said={t('train.cancel.done')}
      onClose={onClose}
    />
  );
}
