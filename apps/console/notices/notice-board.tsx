import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useI18n } from '../i18n/i18n.tsx';

/** Notices whose close button is named in the reader's language. */
export function NoticeBoard() {
  const { t } = useI18n();
  const named = { defaultProps: { closeButtonProps: { 'aria-label': t('act.close') } } };
  return (
    <MantineThemeProvider theme={{ components: { Notification: named } }}>
      {/* Acts that can be undone stand for a minute: three of them must not keep the next word waiting. */}
      <Notifications position="bottom-right" limit={6} />
    </MantineThemeProvider>
  );
}
