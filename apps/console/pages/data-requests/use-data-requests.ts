import { getRouteApi } from '@tanstack/react-router';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { type Pages, usePages } from '../../api/use-pages.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export type DataRequestRow = Schemas['DataRequestRow'];
export type DataRequest = Schemas['DataRequestDetail'];
export type State = 'open' | 'answered';
export type Found = Pages<DataRequestRow, Schemas['DataRequestPage']>;

const route = getRouteApi('/data-requests/{-$requestId}');
const list = '/units/{unitId}/data-requests';
const one = '/data-requests/{requestId}';
export const stale = [list, one] as const;

/** Which list, and which case of it, as the address says. */
export function useAt() {
  const { requestId } = route.useParams();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (id: string | undefined, to: State) =>
    void navigate({
      to: '/data-requests/{-$requestId}',
      params: { requestId: id },
      search: { state: to === 'open' ? undefined : to },
    });
  return { requestId, state: (state === 'answered' ? 'answered' : 'open') as State, go };
}

export function useList(state: State): Found {
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  return usePages(
    list,
    { params: { path, query: { state } } },
    (cursor) => client.GET(list, { params: { path, query: { state, ...cursor } } }),
    { idOf: ({ id }) => id, refetchMs: 60_000 },
  );
}

export const useOne = (requestId: string) =>
  api.useQuery('get', one, { params: { path: { requestId } } }, { refetchInterval: 60_000 });

/** What an officer does with a case. */
export function useActs({ id, code }: DataRequest) {
  const { t } = useI18n();
  const path = { requestId: id };
  const answer = useCommand({
    send: (body: Schemas['AnswerDataRequest'], header) =>
      client.POST('/data-requests/{requestId}/answer', { params: { path, header }, body }),
    touches: stale,
    done: () => showNotice(t('dataReq.sent', { code })),
  });
  const erase = useCommand({
    send: (text: string, header) =>
      client.POST('/data-requests/{requestId}/erase', { params: { path, header }, body: { answer: text } }),
    touches: stale,
    done: ({ planned }) => showNotice(t(planned ? 'dataReq.eraseAsked' : 'dataReq.erased', { code })),
  });
  const verify = useCommand({
    send: (how: 'called' | 'met', header) =>
      client.POST('/data-requests/{requestId}/verify', { params: { path, header }, body: { how } }),
    touches: stale,
    done: () => showNotice(t('dataReq.verified')),
  });
  const second = useCommand({
    send: (_: void, header) => client.POST('/data-requests/{requestId}/erase/second', { params: { path, header } }),
    touches: stale,
    done: () => showNotice(t('dataReq.seconded', { code })),
  });
  const drop = useCommand({
    send: (_: void, header) => client.POST('/data-requests/{requestId}/erase/drop', { params: { path, header } }),
    touches: stale,
    done: () => showNotice(t('dataReq.dropped', { code })),
  });
  return { answer, erase, verify, second, drop };
}
