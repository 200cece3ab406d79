import { useNavigate } from '@tanstack/react-router';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

/** Puts an act before a second officer, and shows where it waits. */
export function useAskSend(make: () => Schemas['SendInput'] | Promise<Schemas['SendInput']>) {
  const { t } = useI18n();
  const navigate = useNavigate();
  return useCommand({
    send: async (_: void, header) => client.POST('/send-requests', { params: { header }, body: await make() }),
    touches: ['/units/{unitId}/send-requests'],
    done: ({ id: requestId }: Schemas['SendRequestDetail']) => {
      showNotice(t('second.asked'));
      void navigate({ to: '/send-requests/{-$requestId}', params: { requestId } });
    },
  });
}
