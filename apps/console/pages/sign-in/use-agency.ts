import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { type AgencyAnswer, enterByAgency, goToAgency, takeAgencyAnswer } from './agency.ts';

/** Signing in with the agency's account, where one is connected; whoever comes back from its page is let in here. */
export function useAgency(onEntered: (answer: Schemas['SessionAnswer']) => void) {
  const i18n = useI18n();
  const ways = api.useQuery('get', '/session/ways', {}, { staleTime: Number.POSITIVE_INFINITY });
  const go = useMutation({ mutationFn: goToAgency });
  const enter = useMutation({ mutationFn: (back: AgencyAnswer) => enterByAgency(back), onSuccess: onEntered });
  const { mutate } = enter;
  useEffect(() => {
    const back = takeAgencyAnswer();
    if (back) mutate(back);
  }, [mutate]);
  const error = enter.error ?? go.error;
  return {
    isOffered: ways.data?.agency === true,
    busy: go.isPending || enter.isPending,
    wrong: error ? problemText(i18n, error) : null,
    go: () => go.mutate(),
  };
}
