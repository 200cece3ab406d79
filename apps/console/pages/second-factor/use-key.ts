import { useMutation } from '@tanstack/react-query';
import { refresh } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { deviceName } from './device-name.ts';
import { keyTrouble, makeKey } from './keys.ts';

/** Makes a key of this machine. @param onCodes when it is the first second factor */
export function useNewKey(onCodes: (codes: string[]) => void) {
  const i18n = useI18n();
  return useMutation({
    mutationFn: (_: void) => makeKey(deviceName()),
    onSuccess: (codes) => {
      refresh(['/me/second-factor', '/me/sessions']);
      if (codes.length > 0) onCodes(codes);
      else showNotice(i18n.t('factor.keyAdded'));
    },
    onError: (error) => showNotice(keyTrouble(i18n, error), 'failed'),
  });
}
