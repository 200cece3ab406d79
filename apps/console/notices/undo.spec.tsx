import { jest } from '@jest/globals';
import { Notifications } from '@mantine/notifications';
import { act, fireEvent, screen } from '@testing-library/react';
import { show } from '../testing/render.tsx';
import { showNotice, showUndo } from './undo.tsx';

afterEach(() => {
  jest.useRealTimers();
});

async function shown(text: string, begin: () => void): Promise<HTMLElement> {
  show(<Notifications transitionDuration={0} />);
  // The page itself is drawn in real time.
  await act(async () => {});
  jest.useFakeTimers();
  act(begin);
  act(() => void jest.advanceTimersByTime(50));
  return screen.getByText(text);
}

const pass = (seconds: number) => {
  for (let i = 0; i < seconds; i += 1) act(() => void jest.advanceTimersByTime(1_000));
};

/** jsdom knows no movementX; React reckons it from where the pointer was at the last move. */
const moveTo = (notice: HTMLElement, screenX: number) => fireEvent.mouseMove(notice, { screenX });

it('goes under a pointer that rests where it came', async () => {
  const notice = await shown('Đã lưu', () => showNotice('Đã lưu'));
  fireEvent.mouseEnter(notice, { screenX: 100 });
  fireEvent.mouseOver(notice, { screenX: 100 });
  // Said of a pointer that stands still when something comes under it.
  for (let i = 0; i < 8; i += 1) {
    moveTo(notice, 100);
    pass(1);
  }
  expect(screen.queryByText('Đã lưu')).toBeNull();
});

it('waits for whoever reaches for it, and no longer than that', async () => {
  const notice = await shown('Đã giao cho 11 tổ.', () =>
    showUndo({ text: 'Đã giao cho 11 tổ.', label: 'Thu hồi', seconds: 5, undo: () => undefined }),
  );
  for (let i = 0; i < 8; i += 1) {
    moveTo(notice, 100 + 2 * i);
    pass(1);
  }
  expect(screen.queryByText('Đã giao cho 11 tổ.')).not.toBeNull();
  pass(10);
  expect(screen.queryByText('Đã giao cho 11 tổ.')).toBeNull();
});
