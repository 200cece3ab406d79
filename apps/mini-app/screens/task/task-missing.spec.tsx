import { jest } from '@jest/globals';
import { signInHere } from '../../testing/phone.ts';

signInHere([]);
await import('../../model/words/more-words.ts');
const { cleanup, render, screen } = await import('@testing-library/preact');
const { TaskMissing } = await import('./task-missing.tsx');

afterEach(cleanup);

it('asks again by itself when the network is back, but not for what is not mine', async () => {
  const retry = jest.fn();
  const { rerender } = render(<TaskMissing failed={{ code: 'TS-000', forbidden: false }} retry={retry} />);
  await screen.findByText('Chưa tải được');
  dispatchEvent(new Event('online'));
  expect(retry).toHaveBeenCalledTimes(1);
  rerender(<TaskMissing failed={undefined} retry={retry} />);
  dispatchEvent(new Event('online'));
  rerender(<TaskMissing failed={{ code: 'TS-403', forbidden: true }} retry={retry} />);
  dispatchEvent(new Event('online'));
  expect(retry).toHaveBeenCalledTimes(1);
});
