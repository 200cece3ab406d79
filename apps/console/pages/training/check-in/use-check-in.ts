/** Who is there, the list that is being keyed in, and what is sent. A keyed list outlives a reload until it is sent. */
import { useState } from 'react';
import { api, client } from '../../../api/client.ts';
import { keep, readKept } from '../../../api/kept.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { itemOf, type Keyed } from './keyed-names.ts';
import { sessionPaths } from '../use-sessions.ts';

const calmMs = 15_000;
const duringCheckInMs = 4_000;
const linksLiveMs = 240_000;
const path = '/training/sessions/{sessionId}/attendance';

export function useAttendance(sessionId: string, duringCheckIn = false) {
  return api.useQuery(
    'get',
    path,
    { params: { path: { sessionId } } },
    { staleTime: 0, refetchInterval: duringCheckIn ? duringCheckInMs : calmMs },
  );
}

/** Links to its photos end after five minutes. */
export function useResult(sessionId: string) {
  return api.useQuery(
    'get',
    '/training/sessions/{sessionId}/result',
    { params: { path: { sessionId } } },
    { refetchInterval: linksLiveMs },
  );
}

const keyOf = (sessionId: string): string => `to-so.door-list.${sessionId}`;

export const keptList = (sessionId: string): Keyed[] => readKept<Keyed[]>(keyOf(sessionId)) ?? [];

export function useKeyedList(sessionId: string) {
  const { t } = useI18n();
  const [keyed, setKeyed] = useState(() => keptList(sessionId));
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const put = (next: Keyed[]) => {
    setKeyed(next);
    keep(keyOf(sessionId), next.length > 0 ? next : null);
  };
  const send = useCommand({
    send: (list: readonly Keyed[], header) =>
      client.POST('/training/sessions/{sessionId}/check-ins', {
        params: { path: { sessionId }, header },
        body: { items: list.map(itemOf) },
      }),
    touches: sessionPaths,
    done: ({ counted, repeated, doubtful, refused: back }, sent) => {
      const codes = new Map(back.map(({ clientId, code }) => [clientId, code]));
      const settled = new Set(sent.map(({ clientId }) => clientId).filter((id) => !codes.has(id)));
      setRefused(codes);
      // Names that were keyed in meanwhile wait for the next sending.
      put(keyed.filter(({ clientId }) => !settled.has(clientId)));
      if (back.length > 0) showNotice(t('train.keyIn.refused', { n: back.length }), 'failed');
      else if (doubtful > 0) showNotice(t('train.keyIn.sentDoubtful', { n: counted, m: doubtful }));
      else if (repeated > 0) showNotice(t('train.keyIn.sentRepeated', { n: counted, m: repeated }));
      else showNotice(t('train.keyIn.sent', { n: counted }));
    },
  });
  return {
    keyed,
    refused,
    add: (one: Keyed) => put([one, ...keyed]),
    remove: (clientId: string) => put(keyed.filter((one) => one.clientId !== clientId)),
    send: () => send.mutate(keyed),
    busy: send.isPending,
  };
}

export type KeyedList = ReturnType<typeof useKeyedList>;
