import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { client } from '../../../api/client.ts';
import { Around } from '../../../around.tsx';
import type { Keyed } from './keyed-names.ts';
import { keptList, useKeyedList } from './use-check-in.ts';

const named = (clientId: string): Keyed => ({ clientId, fullName: `Người ${clientId}` }) as Keyed;
let answer: (answer: unknown) => void;
jest.spyOn(client, 'POST').mockImplementation((() => new Promise((resolve) => (answer = resolve))) as never);
afterAll(() => localStorage.clear());

it('sends the list, and keeps who was refused and who was keyed in meanwhile', async () => {
  const { result } = renderHook(() => useKeyedList('s'), { wrapper: Around });
  act(() => result.current.add(named('a')));
  act(() => result.current.add(named('b')));
  await act(async () => result.current.send());
  act(() => result.current.add(named('c')));
  const refused = [{ clientId: 'a', code: 'door.nameMissing' }];
  await act(async () => answer({ data: { counted: 1, repeated: 0, doubtful: 0, refused }, response: { ok: true } }));
  expect(result.current.keyed.map(({ clientId }) => clientId)).toEqual(['c', 'a']);
  expect(keptList('s')).toEqual(result.current.keyed);
});
