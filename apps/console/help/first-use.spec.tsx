import { jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { succeeded } from '../api/use-command.ts';
import { show } from '../testing/render.tsx';
import { FirstUse } from './first-use.tsx';

const line = /^Việc cần làm hôm nay:/;
const isShown = () => screen.queryByText(line) !== null;

beforeEach(() => localStorage.clear());

it('stands until something was done on the screen, and does not come back', async () => {
  const first = show(<FirstUse />);
  await screen.findByText(line);
  act(() => void dispatchEvent(new Event(succeeded)));
  expect(isShown()).toBe(false);
  first.unmount();
  show(<FirstUse />);
  await act(async () => {});
  expect(isShown()).toBe(false);
});

it('is put away by hand, also where the browser keeps nothing', async () => {
  const kept = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  show(<FirstUse />);
  await screen.findByText(line);
  fireEvent.click(screen.getByRole('button', { name: 'Cất dòng này, tôi biết rồi' }));
  expect(isShown()).toBe(false);
  kept.mockRestore();
});
