import { screen } from '@testing-library/react';
import type { Schemas } from '../../api/client.ts';
import { channelRow } from '../../testing/channels.ts';
import { show } from '../../testing/render.tsx';
import { HeaderActs } from './header-acts.tsx';
import { KeptBy } from './kept-by.tsx';

const board: Schemas['ChannelsBoard'] = {
  stopped: null,
  channels: [channelRow({ mayManage: false })],
  noRoute: 0,
  log: [],
  mayManage: false,
  keepers: [{ id: '018c0000-0000-7000-8000-000000000001', fullName: 'Lê Văn Trị', position: 'Quản trị viên' }],
  asOf: '2026-11-24T02:00:00Z',
};

describe('the board of channels for who only reads', () => {
  it('names who may act, and has no buttons', async () => {
    show(
      <>
        <HeaderActs board={board} />
        <KeptBy board={board} />
      </>,
    );
    expect(await screen.findByText(/chỉ quản trị viên hệ thống .*: Lê Văn Trị\./)).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('says so without a name where nobody is known, and nothing to who may act', async () => {
    const { unmount } = show(<KeptBy board={{ ...board, keepers: [] }} />);
    expect(await screen.findByText(/hoặc gửi thử\.$/)).toBeTruthy();
    unmount();
    show(<KeptBy board={{ ...board, mayManage: true }} />);
    expect(screen.queryByText(/quản trị viên/)).toBeNull();
  });
});
