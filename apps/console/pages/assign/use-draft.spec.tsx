import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { IdentityProvider } from '../../api/me.tsx';
import { me, officer } from '../../testing/render.tsx';
import { emptyDraft } from './draft.ts';
import { dropDraft, useDraft } from './use-draft.ts';

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
afterEach(() => {
  jest.useRealTimers();
  localStorage.clear();
});
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

it('keeps what was chosen by who leaves at once', async () => {
  const { result, unmount } = renderHook(() => useDraft('d', emptyDraft()), { wrapper });
  act(() => result.current.change({ templateCode: 'NV03', title: 'Một' }));
  unmount();
  await pass(0);
  expect(kept).toEqual(['Một']);
  await answer();
  expect(localStorage).toHaveLength(0);
});

it('has a draft on this machine while the line is down, and saves it when it is back', async () => {
  put.mockRejectedValue(new TypeError('no network'));
  const { result, unmount } = renderHook(() => useDraft('d', emptyDraft()), { wrapper });
  act(() => result.current.change({ templateCode: 'NV03', title: 'Một' }));
  await pass(2_000);
  expect(result.current.isDown).toBe(true);
  unmount();
  const again = renderHook(() => useDraft('d', emptyDraft()), { wrapper });
  expect(again.result.current.draft.title).toBe('Một');
  await pass(2_000);
  put.mockResolvedValue({ response: { ok: true } } as never);
  await act(async () => void dispatchEvent(new Event('online')));
  await pass(0);
  expect([again.result.current.isDown, localStorage.length]).toEqual([false, 0]);
  again.unmount();
});

it('says what the server refuses of a draft, and keeps it on this machine', async () => {
  const error = { code: 'assignment.tooManyDrafts', title: '', status: 409, details: [] };
  put.mockResolvedValue({ response: { ok: false }, error } as never);
  const { result, unmount } = renderHook(() => useDraft('d', emptyDraft()), { wrapper });
  act(() => result.current.change({ templateCode: 'NV03', title: 'Một' }));
  await pass(2_000);
  expect([result.current.refused?.code, localStorage.length]).toEqual(['assignment.tooManyDrafts', 1]);
  put.mockResolvedValue({ response: { ok: true } } as never);
  act(() => result.current.change({ title: 'Hai' }));
  await pass(2_000);
  expect([result.current.refused, localStorage.length]).toEqual([null, 0]);
  unmount();
});

it('writes no draft behind an order that was sent', async () => {
  const { result, unmount } = renderHook(() => useDraft('gone', emptyDraft()), { wrapper });
  act(() => result.current.change({ templateCode: 'NV03', title: 'Một' }));
  dropDraft('gone', me.person.id);
  unmount();
  await pass(10_000);
  expect([kept, localStorage.length]).toEqual([[], 0]);
  const anew = renderHook(() => useDraft('gone', emptyDraft()), { wrapper });
  act(() => anew.result.current.change({ templateCode: 'NV03', title: 'Hai' }));
  await pass(2_000);
  expect(kept).toEqual(['Hai']);
});
