import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { channelRow as row } from '../../testing/channels.ts';
import { show } from '../../testing/render.tsx';
import { ChannelTable } from './channel-table.tsx';
import type { ChannelActs } from './use-channel-acts.ts';

const acts: ChannelActs = { decide: jest.fn(), authorise: jest.fn(), up: jest.fn(), busy: false };
const rows = [
  row({ id: 'email', state: 'failing', detail: 'RETRYABLE ECONNREFUSED', waiting: 46, inDoubt: 5, sentToday: 18 }),
  row({ id: 'zalo-oa', tokens: { state: 'reauthorise', expiresAt: null, failures: 2 }, sentToday: 842 }),
  row({ id: 'zalo-zbs', state: 'down' }),
  row({ id: 'telegram', state: 'off' }),
];

describe('the table of channels', () => {
  it('says in words what is wrong, sums up, and leaves a channel that is off in peace', async () => {
    show(<ChannelTable rows={rows} acts={acts} full foot={null} />);
    expect(await screen.findByText('Máy chủ không trả lời')).toBeTruthy();
    expect(screen.getByText('Hết quyền gửi')).toBeTruthy();
    expect(screen.getByText('Tắt theo cấu hình')).toBeTruthy();
    expect(screen.getByText('860')).toBeTruthy();
  });

  it('offers to send again or leave what is in doubt, to authorise again, to use a channel again', async () => {
    show(<ChannelTable rows={rows} acts={acts} full foot={null} />);
    fireEvent.click(await screen.findByText('Gửi lại'));
    expect(acts.decide).toHaveBeenLastCalledWith('email', true);
    fireEvent.click(screen.getByText('Bỏ qua'));
    expect(acts.decide).toHaveBeenLastCalledWith('email', false);
    fireEvent.click(screen.getByText('Cấp quyền lại'));
    expect(acts.authorise).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByText('Dùng lại kênh'));
    expect(acts.up).toHaveBeenLastCalledWith('zalo-zbs');
  });

  it('has no buttons without the right', async () => {
    show(<ChannelTable rows={rows.map((each) => ({ ...each, mayManage: false }))} acts={acts} full foot={null} />);
    await screen.findByText('Máy chủ không trả lời');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('shows a commune the states alone', async () => {
    show(<ChannelTable rows={rows} acts={acts} full={false} foot={null} />);
    await screen.findByText('Máy chủ không trả lời');
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Kênh', 'Tình trạng']);
    expect(screen.queryByText('Hết quyền gửi')).toBeNull();
  });
});
