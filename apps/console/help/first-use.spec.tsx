import { jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { succeeded } from '../api/use-command.ts';
import { show } from '../testing/render.tsx';
import { toggleHelp, usePageHint } from '../ui/help-switch.ts';
import { FirstUse } from './first-use.tsx';
import { FirstUseDot } from './first-use-dot.tsx';

const line = /Đọc từ trên xuống/;
const dot = () => document.querySelector('.help-dot');

beforeEach(() => localStorage.clear());

it('marks the help until something was done on the screen, and not again', async () => {
  const first = show(<FirstUseDot />);
  await act(async () => {});
  expect(dot()).not.toBeNull();
  act(() => void dispatchEvent(new Event(succeeded)));
  expect(dot()).toBeNull();
  first.unmount();
  show(<FirstUseDot />);
  await act(async () => {});
  expect(dot()).toBeNull();
});

it('says what the page is for each time', async () => {
  function Page() {
    usePageHint('Hạn tính theo các ngày này.');
    return <FirstUse />;
  }
  show(<Page />);
  expect(await screen.findByText('Hạn tính theo các ngày này.')).toBeTruthy();
});

it('is not marked while the help is open', async () => {
  show(<FirstUseDot />);
  act(toggleHelp);
  expect(dot()).toBeNull();
  act(toggleHelp);
});

it('tells the first step the first time the help is read, also where the browser keeps nothing', async () => {
  const kept = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const read = show(<FirstUse />);
  await screen.findByText(line);
  expect(screen.getByText('Lần đầu ở đây')).toBeTruthy();
  read.unmount();
  show(<FirstUse />);
  await act(async () => {});
  expect(screen.queryByText(line)).toBeNull();
  kept.mockRestore();
});
