import { useI18n } from '../i18n/i18n.tsx';
import { Nav } from './nav.tsx';
import { dialogHead } from '../ui/dialog-head.ts';
import { PageDrawer } from '../ui/dialogs/page-modal.tsx';

/** The menu on a narrow screen; loaded when it is opened. */
export function MenuDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <PageDrawer
      attributes={dialogHead}
      opened
      onClose={onClose}
      title={t('frame.nav')}
      size={280}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Nav rail={false} onGo={onClose} />
    </PageDrawer>
  );
}
