import { Drawer } from '@mantine/core';
import { useI18n } from '../i18n/i18n.tsx';
import { Nav } from './nav.tsx';
import { dialogHead } from '../ui/dialog-head.ts';

/** The menu on a narrow screen; loaded when it is opened. */
export function MenuDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Drawer
      attributes={dialogHead}
      opened
      onClose={onClose}
      title={t('frame.nav')}
      size={280}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Nav rail={false} onGo={onClose} />
    </Drawer>
  );
}
