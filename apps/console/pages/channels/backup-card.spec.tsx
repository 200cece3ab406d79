import { screen } from '@testing-library/react';
import { queryClient, type Schemas } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { alarmOf, BackupCard } from './backup-card.tsx';

type Run = Schemas['BackupRunRow'];
const run = (changes: Partial<Run> = {}): Run => ({
  id: testId(1),
  state: 'done',
  startedBy: 'schedule',
  startedAt: '2026-11-24T19:00:00Z',
  endedAt: '2026-11-24T19:04:00Z',
  folder: '/backups/to-so-20261124T190000Z',
  encrypted: true,
  bytes: 812_400_000,
  rows: 3_150_000,
  files: 10_000,
  failure: null,
  verifiedAt: null,
  removedAt: null,
  ...changes,
});
const schedule = { folder: '/backups', at: '02:00', keep: 7, encrypted: true, nextAt: '2026-11-25T19:00:00Z' };
const board = (changes: Partial<Schemas['BackupBoard']> = {}): Schemas['BackupBoard'] => ({
  schedule,
  last: run(),
  missedAt: null,
  runs: [run()],
  asOf: '2026-11-25T02:00:00Z',
  ...changes,
});

function card(data: Schemas['BackupBoard']) {
  queryClient.clear();
  queryClient.setQueryData(['get', '/backups', {}], data);
  return show(<BackupCard />);
}

describe('the card of backups', () => {
  it('says of what age and size the last one is, where it lies, and whether it was ever tried', async () => {
    card(board());
    expect(await screen.findByText(/^2:00 · 812,4\sMB · 3\.150\.000 dòng, 10\.000 tệp$/)).toBeTruthy();
    expect(screen.getByText('/backups/to-so-20261124T190000Z')).toBeTruthy();
    expect(screen.getByText(/^Chưa thử/)).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('raises an alarm when one is missing, with what the server said', async () => {
    const failed = run({ id: testId(2), state: 'failed', failure: 'diskFull', bytes: null, rows: null, files: null });
    card(board({ missedAt: '2026-11-24T19:00:00Z', last: null, runs: [failed] }));
    expect((await screen.findByRole('status')).textContent).toMatch(/^Trễ từ 2:00\. .*Ổ đĩa/);
  });

  it('shows what the system said where there are no words for it, and that nobody without the key reads it', async () => {
    const failed = run({ id: testId(2), state: 'failed', failure: "EACCES: permission denied, mkdir '/backups/x'" });
    card(board({ last: run({ encrypted: false }), runs: [failed] }));
    expect((await screen.findByRole('status')).textContent).toContain('EACCES: permission denied');
    expect(screen.getByText(/^KHÔNG mã hóa/)).toBeTruthy();
  });

  it('says that nothing is planned, and how it is', async () => {
    card(board({ schedule: null, last: null, runs: [] }));
    expect((await screen.findByRole('status')).textContent).toMatch(/^Chưa đặt lịch sao lưu.*BACKUP_DIR=…$/);
  });

  it('is calm about one that runs for the first time', () => {
    const first = { last: null, runs: [run({ state: 'running', endedAt: null })] };
    expect(alarmOf(board(first))).toBeNull();
    expect(alarmOf(board({ last: null, runs: [] }))).toBe('never');
    expect(alarmOf(board())).toBeNull();
  });
});
