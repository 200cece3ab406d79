import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { client } from '../api/client.ts';
import { show } from '../testing/render.tsx';
import { Nav } from './nav.tsx';

/** jsdom has no Response: what of it is read. */
const ok = { data: undefined, response: { ok: true, status: 200, headers: { get: () => null } } };

beforeEach(() => {
  (jest.spyOn(client, 'GET') as unknown as jest.Mock<() => Promise<unknown>>).mockResolvedValue(ok);
});

const names = () => screen.queryAllByRole('link').map(({ textContent }) => textContent);

it('is what is done each day, and in its place what is set up, under headings', async () => {
  show(<Nav rail={false} />);
  await screen.findByRole('link', { name: 'Hôm nay' });
  expect(names()).not.toContain('Nhật ký');
  fireEvent.click(screen.getByRole('button', { name: 'Quản trị' }));
  expect(names()).toContain('Nhật ký');
  expect(names()).not.toContain('Hôm nay');
  for (const heading of ['Đơn vị và người', 'Quy định và gửi tin', 'Trông coi'])
    expect(screen.getByRole('button', { name: heading }).getAttribute('aria-expanded')).toBe('true');
  fireEvent.keyDown(screen.getByRole('link', { name: 'Nhật ký' }), { key: 'Escape' });
  await screen.findByRole('link', { name: 'Hôm nay' });
});
