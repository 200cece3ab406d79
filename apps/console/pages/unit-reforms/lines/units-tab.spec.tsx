import { jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { serverAnswer } from '../../../testing/answers.ts';
import { buildLine, communeRef } from '../../../testing/reform-lines.ts';
import { show } from '../../../testing/render.tsx';
import type { Line, Reform } from '../reform-looks.ts';
import { UnitsTab } from './units-tab.tsx';

const reform = (version: number) =>
  ({
    id: 'r',
    version,
    state: 'draft',
    onDate: '2099-01-15',
    fileName: 'a.csv',
    counts: { old: 1, new: 1, kept: 0 },
  }) as Reform;
const goesTo = (name: string): Line[] => [
  buildLine(1, 'create', { code: '1', type: 'xã', name }),
  buildLine(2, 'merge', { unit: communeRef('Hợp Lý'), intoPosition: 1, row: 2 }),
];
const names = ['Hợp Thịnh', 'Hợp Thành'];
let later: (version: number) => void;
// jsdom has none, and nothing is asked of it but that it is well.
globalThis.Response ??= class {
  ok = true;
} as unknown as typeof Response;

function Page() {
  const [version, setVersion] = useState(8);
  later = setVersion;
  return <UnitsTab reform={reform(version)} />;
}

it('sends no list while the lines that it is compared with are still read', async () => {
  let give: () => void = () => undefined;
  const given = new Promise<void>((done) => (give = done));
  (jest.spyOn(client, 'GET') as unknown as jest.Mock<(path: string) => Promise<unknown>>).mockImplementation(
    async (path) => {
      if (path.endsWith('/lines')) await given;
      const items = path.endsWith('/lines') ? goesTo('Hợp Thịnh') : [];
      return { data: { items, total: items.length, nextCursor: null }, response: { ok: true } };
    },
  );
  show(<Page />);
  const read = await screen.findByRole<HTMLButtonElement>('button', { name: 'Đọc tệp' });
  const file = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(file, { target: { files: [new File(['x'], 'b.csv')] } });
  expect(read.disabled).toBe(true);
  give();
  await screen.findAllByText(/Hợp Thịnh/);
  expect(read.disabled).toBe(false);
});

it('tells what a list changed, also when the next version is read before the answer to it comes', async () => {
  let version = 8;
  (jest.spyOn(client, 'GET') as unknown as jest.Mock<(path: string) => Promise<unknown>>).mockImplementation(
    async (path) => ({
      data: { items: path.endsWith('/lines') ? goesTo(names[version - 8]!) : [], total: 2, nextCursor: null },
      response: { ok: true },
    }),
  );
  let answer: (response: unknown) => void = () => undefined;
  globalThis.fetch = (() => new Promise((done) => (answer = done as typeof answer))) as typeof fetch;
  show(<Page />);
  await screen.findAllByText(/Hợp Thịnh/);
  const file = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(file, { target: { files: [new File(['x'], 'b.csv')] } });
  fireEvent.click(await screen.findByRole('button', { name: 'Đọc tệp' }));
  version = 9;
  act(() => later(9));
  await screen.findAllByText(/Hợp Thành/);
  // The answer would be taken for another file's.
  expect(document.querySelector<HTMLInputElement>('input[type=file]')!.disabled).toBe(true);
  await act(async () => answer(serverAnswer({ json: async () => reform(9) })));
  await screen.findByText(/^Khác bản trước: 1 dòng đổi/);
});
