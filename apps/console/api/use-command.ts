/**
 * A command of the API: one press has one id, kept over a retry of the same press so that nothing happens twice.
 * Failures are shown in words; what the command changed is fetched again.
 */
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReadPath } from '#client/paths';
import { uuid } from '#client/uuid';
import { showNotice } from '../notices/undo.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { isProblem, queryClient } from './client.ts';
import { problemText } from './problem-text.ts';

export type Answer<T> = { data?: T; error?: unknown; response: Response };

export interface CommandOptions<I, T> {
  send: (input: I, header: { 'Idempotency-Key': string }) => Promise<Answer<T>>;
  /** Paths whose answers are stale afterwards. */
  touches: readonly ReadPath[];
  done?: (answer: T, input: I) => void;
  /** Commands of one scope go one after the other, whichever buttons they come from. */
  scope?: string;
  /** Returns true when the screen shows the failure itself. */
  failed?: (error: unknown) => boolean;
}

/** Its data, or its refusal thrown: for what is asked outside a command. */
export async function dataOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error } = await asked;
  if (data === undefined) throw error;
  return data;
}

/** What was sent outside the typed client, with its refusal already thrown. */
export async function answered<T>(sent: Promise<T>): Promise<Answer<T>> {
  return { data: await sent, response: new Response() };
}

/** Also what lies below a path: the sums of a list with the list. */
export function refresh(paths: readonly ReadPath[]): void {
  const isOf = (asked: unknown) => paths.some((path) => asked === path || String(asked).startsWith(`${path}/`));
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey[1]) });
}

/** The name of what the window hears when a command has gone through. */
export const succeeded = 'command-succeeded';

export function useCommand<I, T>({ send, touches, done, scope, failed }: CommandOptions<I, T>) {
  const i18n = useI18n();
  const key = useRef<string | null>(null);
  return useMutation({
    ...(scope !== undefined && { scope: { id: scope } }),
    mutationFn: async (input: I) => {
      key.current ??= uuid();
      const { data, error, response } = await send(input, { 'Idempotency-Key': key.current });
      if (!response.ok)
        throw error ?? { code: `http.${response.status}`, status: response.status, title: '', details: [] };
      return data as T;
    },
    onSuccess: (answer, input) => {
      key.current = null;
      dispatchEvent(new Event(succeeded));
      refresh(touches);
      done?.(answer, input);
    },
    onError: (error) => {
      if (isProblem(error)) key.current = null;
      if (!failed?.(error)) showNotice(problemText(i18n, error), 'failed');
    },
  });
}

export const teamPaths = ['/units/{unitId}/teams', '/teams/{teamId}', '/units/{unitId}/committee'] as const;
