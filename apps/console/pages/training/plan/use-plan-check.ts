/** What stands in a plan's way, asked a moment after the last change; the answer of the last plan stays until then. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import type { SessionInput } from './plan.ts';

const calmMs = 400;

export type Checked = Schemas['SessionChecked'];

export function usePlanCheck(input: SessionInput | undefined, sessionId: string | undefined) {
  const text = input ? JSON.stringify(input) : null;
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), calmMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ['post', '/training/sessions/check', settled, sessionId],
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
    queryFn: async () => {
      const plan = JSON.parse(settled ?? '') as SessionInput;
      const { data, error } = await client.POST('/training/sessions/check', {
        body: { ...plan, ...(sessionId && { sessionId }) },
      });
      if (!data) throw error;
      return data;
    },
  });
}
