import { fireEvent, screen, within } from '@testing-library/react';
import { partIds, partRules } from '#contracts/system/parts';
import { queryClient, type Schemas } from '../../api/client.ts';
import { officer, show } from '../../testing/render.tsx';
import type { Part } from './system-facts.ts';
import { SystemPage } from './system-page.tsx';

const AS_OF = '2026-11-24T01:12:00Z';
const admin = { ...officer, role: 'admin' as const, may: ['channel.manage', 'channel.read'] as typeof officer.may };

const parts = (changes: Partial<Record<Part['part'], Partial<Part>>> = {}): Part[] =>
  partIds.map((part) => ({
    part,
    state: 'good',
    value: 0,
    facts: {},
    watch: partRules[part].watch,
    alarm: partRules[part].alarm,
    hours: Array<null>(24).fill(null),
    ...changes[part],
  }));

function page(changes: Parameters<typeof parts>[0], stuck: Schemas['StuckMessages']['channels'] = []) {
  queryClient.clear();
  const put = (path: string, data: unknown) => queryClient.setQueryData(['get', path, {}], data);
  put('/system', {
    asOf: AS_OF,
    version: '1.8.2',
    parts: parts(changes),
    publicMonth: '2026-10',
  } satisfies Schemas['SystemBoard']);
  put('/system/stuck', { channels: stuck, asOf: AS_OF } satisfies Schemas['StuckMessages']);
  put('/channels', { stopped: null, channels: [], noRoute: 0, log: [], mayManage: true, asOf: AS_OF });
  put('/backups', { schedule: null, last: null, missedAt: null, runs: [], asOf: AS_OF });
  return show(<SystemPage />, admin);
}

describe('the screen of the system', () => {
  it('says first what needs a hand, with its cause and one filled button', async () => {
    const stuck = [
      { channel: 'email' as const, stuck: 12, since: AS_OF, inDoubt: 0, otherWay: 9, detail: 'ECONNREFUSED' },
    ];
    page(
      {
        backup: { state: 'alarm', value: 31 * 3_600, facts: { bytes: 4.2e9, encrypted: 1 } },
        deliveries: { state: 'alarm', value: 12 },
      },
      stuck,
    );
    expect(await screen.findByRole('heading', { name: '2 chỗ cần tay, còn lại chạy tốt' })).toBeTruthy();
    const first = screen.getByRole('region', { name: 'Chỗ cần tay' });
    expect(within(first).getByText('Sao lưu gần nhất 31 giờ trước, quá mức 26 giờ')).toBeTruthy();
    expect(within(first).getByText(/^Trong số người chờ, 9 người còn đường khác/)).toBeTruthy();
    const filled = within(first)
      .getAllByRole('button')
      .filter((one) => one.dataset['variant'] === 'filled');
    expect(filled).toHaveLength(1);
    fireEvent.click(within(first).getByRole('button', { name: 'Xem và gửi lại' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tin kẹt, theo kênh' });
    expect(await within(dialog).findByRole('button', { name: 'Gửi lại 12 tin' })).toBeTruthy();
  });

  it('never calls a part well that could not be measured', async () => {
    page({ clock: { state: 'unknown', value: null }, backup: { state: 'off', value: null } });
    const clock = await screen.findByRole('row', { name: /^Đồng hồ máy chủ/ });
    expect(clock.textContent).toContain('chưa đo được');
    expect(clock.textContent).not.toContain('Tốt');
    expect(screen.getByRole('row', { name: /^Sao lưu Đang tắt/ }).textContent).toContain('BACKUP_DIR');
    expect(
      screen.getByRole('heading', { name: 'Những phần đo được đều tốt, 2 phần chưa đo hoặc đang tắt' }),
    ).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Chỗ cần tay' })).toBeNull();
    expect(screen.getByRole('menuitem', { name: 'Trang công khai tháng 10', hidden: true }).getAttribute('href')).toBe(
      '/tinh-trang',
    );
  });
});
