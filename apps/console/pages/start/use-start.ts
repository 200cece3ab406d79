import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useChannels } from '../../frame/use-channels.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { type Facts, type StepId, stepIds } from './start-facts.ts';

const REFRESH_MS = 30_000;

/** What the steps are derived from; undefined until all of it is there. */
export function useFacts() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const path = { unitId: post.unit.id };
  // Whoever comes back from a step sees it done.
  const fresh = { refetchInterval: REFRESH_MS, staleTime: 0 };
  const readiness = api.useQuery('get', '/units/{unitId}/readiness', { params: { path } }, fresh);
  const posts = api.useQuery('get', '/units/{unitId}/posts', { params: { path, query: { limit: 1 } } }, fresh);
  const orders = api.useQuery('get', '/units/{unitId}/assignments', { params: { path, query: { limit: 1 } } }, fresh);
  const channels = useChannels();
  const rules = api.useQuery(
    'get',
    '/units/{unitId}/dated-rules',
    { params: { path, query: {} } },
    { staleTime: 60_000 },
  );
  const factor = rules.data?.find(({ kind }) => kind === 'secondFactor');
  const isHere = readiness.data && posts.data && orders.data && channels.data;
  const facts: Facts | undefined = isHere && {
    readiness: readiness.data,
    posts: {
      all: posts.data.posts,
      vacant: posts.data.counts.vacant ?? 0,
      never: posts.data.counts.never ?? 0,
    },
    channels: channels.data.channels.filter(({ state }) => state !== 'off').map(({ id }) => t(`channel.${id}`)),
    hasOrder: orders.data.total > 0,
    lacksFactorRule: factor !== undefined && factor.maySet && !factor.now && !factor.next,
  };
  return {
    data: facts,
    error: readiness.error ?? posts.error ?? orders.error ?? channels.error,
    isPending: !facts,
    dataUpdatedAt: readiness.dataUpdatedAt,
    refetch: () => Promise.all([readiness.refetch(), posts.refetch(), orders.refetch(), channels.refetch()]),
  };
}

/** Steps that somebody put off, on this device: nothing depends on it but what is asked for next. */
export function usePutOff() {
  const { post } = useIdentity();
  const key = `to-so.start.${post.unit.id}`;
  const [putOff, setPutOff] = useState<ReadonlySet<StepId>>(() => {
    const kept = (localStorage.getItem(key) ?? '').split(',');
    return new Set(stepIds.filter((id) => kept.includes(id)));
  });
  const toggle = (id: StepId) => {
    const next = new Set(putOff);
    if (!next.delete(id)) next.add(id);
    localStorage.setItem(key, [...next].join(','));
    setPutOff(next);
  };
  return { putOff, toggle };
}
