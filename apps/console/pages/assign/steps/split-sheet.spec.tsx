import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { poolTeams, template } from '../../../testing/assign.ts';
import { show } from '../../../testing/render.tsx';
import { type Draft, divide, emptyDraft } from '../draft.ts';
import { SplitSheet } from './split-sheet.tsx';

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
      indicator={template.indicators[0]}
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

describe('a pasted column', () => {
  it('fills the cells from there on; what is no number or beyond the last team is named and lost nowhere', async () => {
    show(<Sheet />);
    fireEvent.paste(await cell(2), { clipboardData: { getData: () => 'abc\n1.005\n9' } });
    expect((await cell(3)).value).toBe('1.005');
    expect(await screen.findByText(/2 dòng chưa ghi được/)).toBeTruthy();
    expect(screen.getByText(/“abc”/)).toBeTruthy();
    expect(screen.getByText(/“9”/)).toBeTruthy();
  });

  it('finds the teams by the names beside the numbers', async () => {
    show(<Sheet />);
    fireEvent.paste(await cell(1), { clipboardData: { getData: () => '7\tthon 3\n5\tThôn 1' } });
    expect(await figures()).toEqual(['5', '88', '7']);
  });
});
