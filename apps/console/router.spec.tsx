import { fireEvent, screen } from '@testing-library/react';
import { router } from './router.tsx';
import { show } from './testing/render.tsx';
import { BrokenPage } from './ui/states.tsx';

it('is what every address shows whose page could not be brought', () => {
  expect(router.options.defaultErrorComponent).toBe(BrokenPage);
});

it('says so in words, and goes on saying so while the server cannot be reached', async () => {
  let asked = 0;
  globalThis.fetch = (async () => {
    asked += 1;
    throw new TypeError('Failed to fetch');
  }) as typeof fetch;
  show(<BrokenPage error={new TypeError('Failed to fetch dynamically imported module')} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Thử lại' }));
  expect(asked).toBe(1);
  await screen.findByText('Chưa tải được. Mạng chậm hoặc mất kết nối.');
});
