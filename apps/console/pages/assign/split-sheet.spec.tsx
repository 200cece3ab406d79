import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { poolTeams, template } from '../../testing/assign.ts';
import { show } from '../../testing/render.tsx';
import { type Draft, divide, emptyDraft } from './draft.ts';
import { parseWhole, pasteColumn, SplitSheet } from './split-sheet.tsx';

const teams = poolTeams([182, 156, 121]);

function Sheet() {
  const [draft, setDraft] = useState<Draft>({
    ...emptyDraft(['t1', 't2', 't3']),
    templateCode: 'NV03',
    indicatorCode: 'CQ02',
    target: 100,
  });
  return (
    <SplitSheet
      draft={draft}
      change={(part) => setDraft((old) => ({ ...old, ...part }))}
      teams={teams}
      division={divide(draft, teams)}
      template={template}
    />
  );
}

const cell = async (n: number) => (await screen.findByLabelText(`Chỉ tiêu của Thôn ${n}`)) as HTMLInputElement;
const figures = async () => [(await cell(1)).value, (await cell(2)).value, (await cell(3)).value];

describe('the split sheet', () => {
  it('fills itself by households and says that the sum matches', async () => {
    show(<Sheet />);
    expect(await figures()).toEqual(['40', '34', '26']);
    expect(screen.getByText('Khớp mục tiêu', { exact: false })).toBeTruthy();
  });

  it('locks a typed cell and makes the others up', async () => {
    show(<Sheet />);
    fireEvent.change(await cell(3), { target: { value: '10' } });
    expect(await figures()).toEqual(['48', '42', '10']);
    expect((await cell(3)).hasAttribute('data-locked')).toBe(true);
  });

  it('F4 locks what a cell shows and frees it again', async () => {
    show(<Sheet />);
    fireEvent.keyDown(await cell(1), { key: 'F4' });
    expect((await cell(1)).hasAttribute('data-locked')).toBe(true);
    fireEvent.keyDown(await cell(1), { key: 'F4' });
    expect((await cell(1)).hasAttribute('data-locked')).toBe(false);
  });

  it('Enter and the arrows walk down and up the column', async () => {
    show(<Sheet />);
    (await cell(1)).focus();
    fireEvent.keyDown(await cell(1), { key: 'Enter' });
    expect(document.activeElement).toBe(await cell(2));
    fireEvent.keyDown(await cell(2), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(await cell(1));
  });

  it('takes a column from Excel', async () => {
    show(<Sheet />);
    fireEvent.paste(await cell(1), { clipboardData: { getData: () => '50\n30\n20\n' } });
    expect(await figures()).toEqual(['50', '30', '20']);
  });
});

describe('a pasted figure', () => {
  it.each([
    ['1.200', 1200],
    ['1,200', 1200],
    [' 28 ', 28],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    expect(parseWhole(text)).toBe(value);
  });

  it.each(['2,5', 'ba', '', '-4', '=1+1'])('%s is no whole number', (text) => {
    expect(parseWhole(text)).toBeUndefined();
  });

  it('beyond the last team is dropped, and a bad one leaves its cell as it was', () => {
    expect(pasteColumn({ t2: 7 }, teams, 1, 'abc\n5\n9')).toEqual({ t2: 7, t3: 5 });
  });
});
