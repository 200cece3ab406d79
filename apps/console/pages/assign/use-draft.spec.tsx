import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { IdentityProvider } from '../../api/me.tsx';
import { me, officer } from '../../testing/render.tsx';
import { emptyDraft } from './draft.ts';
import { useDraft } from './use-draft.ts';

const wrapper = ({ children }: { children: ReactNode }) => (
  <IdentityProvider me={me} post={officer}>
    {children}
  </IdentityProvider>
);
/** Titles that have been sent to be kept, and what answers each of them. */
let kept: string[];
let answers: ((answer: unknown) => void)[];
const put = jest.spyOn(client, 'PUT');
beforeEach(() => {
  jest.useFakeTimers();
  kept = [];
  answers = [];
  put.mockImplementation(((_: string, { body }: { body: { title: string } }) => {
    kept.push(body.title);
    return new Promise((answer) => answers.push(answer));
  }) as never);
});
afterEach(() => jest.useRealTimers());
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const answer = () => act(async () => answers.shift()?.({ response: { ok: true } }));

it('keeps the last words once, and nothing behind whoever has waited for them', async () => {
  const { result } = renderHook(() => useDraft('d', emptyDraft()), { wrapper });
  act(() => result.current.change({ templateCode: 'NV03', title: 'Một' }));
  await pass(2_000);
  expect(kept).toEqual(['Một']);
  // On the way to being kept while more is typed, and sent at once.
  act(() => result.current.change({ title: 'Hai' }));
  let isKept = false;
  const waiting = result.current.save().then(() => (isKept = true));
  await pass(2_000);
  expect([kept, isKept]).toEqual([['Một'], false]);
  await answer();
  await pass(0);
  await answer();
  await act(() => waiting);
  await pass(10_000);
  expect(kept).toEqual(['Một', 'Hai']);
});

it('lets an order go that could not be kept as a draft before', async () => {
  const { result } = renderHook(() => useDraft('d', emptyDraft()), { wrapper });
  act(() => result.current.change({ templateCode: 'NV03', title: 'Một' }));
  put.mockRejectedValue(new TypeError('no network'));
  await act(() => result.current.save());
  expect(put).toHaveBeenCalled();
});
