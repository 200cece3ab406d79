import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

const REFRESH_MS = 30_000;
/** While somebody waits for a backup to end. */
const SOON_MS = 5_000;

/** What an act here makes stale. */
export const systemPaths = ['/system', '/channels', '/backups'] as const;

export function useSystem() {
  return api.useQuery(
    'get',
    '/system',
    {},
    {
      staleTime: SOON_MS,
      refetchInterval: ({ state }) => (state.data?.parts.some(({ facts }) => facts['running']) ? SOON_MS : REFRESH_MS),
    },
  );
}

export const useBackups = () =>
  api.useQuery('get', '/backups', {}, { staleTime: REFRESH_MS, refetchInterval: REFRESH_MS });

export const useStuck = (enabled: boolean) =>
  api.useQuery('get', '/system/stuck', {}, { enabled, staleTime: SOON_MS, refetchInterval: REFRESH_MS });

export function useBackUpNow() {
  const { t } = useI18n();
  return useCommand({
    send: (_: void, header) => client.POST('/backups/now', { params: { header } }),
    touches: systemPaths,
    done: ({ state }) => showNotice(t(`system.backup.${state}`), state === 'asked' ? undefined : 'failed'),
  });
}
