import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { client, queryClient } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import { CheckStep } from './check-step.tsx';
import type { Finding, Roster } from './findings.ts';
import { withChoices } from './use-choices.ts';

const finding = (
  cell: string,
  code: string,
  severity: Finding['severity'],
  original: string,
  proposed: string | null,
): Finding => ({
  cell,
  sheet: 'Sheet1',
  row: Number(cell.replace(/\D/g, '')),
  column: cell.replace(/\d/g, ''),
  code,
  severity,
  params: { name: 'Lê Ngọc Ẩn', font: '.VnTime' },
  original,
  proposed,
  options: [],
  choice: null,
  value: null,
  settled: severity === 'auto_fixed',
  group: null,
});

const cells = (row: number, name: string, phone: string): Roster['rows'][number] => ({
  row,
  kind: 'member',
  sheet: 'Sheet1',
  cells: ['', '', '', name, '', phone],
});
const start: Roster = {
  id: testId(1300),
  unit: { id: testId(4), kind: 'commune', name: 'Minh Sơn', fullName: 'xã Minh Sơn' },
  fileName: 'ds.xls',
  original: null,
  status: 'staged',
  uploadedAt: '2026-11-25T00:00:00Z',
  expiresAt: '2026-12-02T00:00:00Z',
  headerRow: 4,
  sheetName: 'Sheet1',
  columns: ['Stt', 'Tên Tổ', 'SL', 'Họ tên', 'Chức vụ', 'Số điện thoại'],
  rows: [cells(7, 'LÊ THỊ HỢI', '0512345905'), cells(8, 'TrÞnh §×nh', '0512345233'), cells(12, 'Lê Ngọc Ẩn', '')],
  findings: [
    finding('D7', 'name.allCaps', 'choose', 'LÊ THỊ HỢI', 'Lê Thị Hợi'),
    finding('D8', 'text.tcvn3', 'auto_fixed', 'TrÞnh §×nh', 'Trịnh Đình'),
    finding('F12', 'phone.missing', 'must_fix', '', null),
  ],
  droppedColumns: [],
  tables: [],
  otherSheets: [],
  notImported: [],
  cells: { filled: 3, records: 2, findings: 1, notImported: 0 },
  declared: { teams: null, members: null, directive: null },
  teams: [],
  diff: { added: [], changed: [], missing: [], unchanged: 0 },
  canConfirm: false,
  alreadyImported: false,
};
const init = { params: { path: { importId: start.id } } };

function Live() {
  const { data } = api.useQuery('get', '/roster-imports/{importId}', init, { staleTime: Number.POSITIVE_INFINITY });
  return data ? <CheckStep roster={data} onColumns={() => undefined} /> : null;
}

type Sent = { cell: string; choice: string | null; value?: string };
let sent: Sent[][];
/** The server takes its time while this is set; it answers when it is called. */
let slow: (() => void)[] | undefined;

beforeEach(() => {
  sent = [];
  slow = undefined;
  let now = start;
  queryClient.setQueryData(['get', '/roster-imports/{importId}', init], start);
  jest.spyOn(client, 'PATCH').mockImplementation((async (_path: string, request: { body: { choices: never[] } }) => {
    sent.push(request.body.choices);
    if (slow) await new Promise<void>((done) => slow?.push(done));
    now = withChoices(now, request.body.choices);
    return { data: now };
  }) as never);
});

afterEach(() => jest.restoreAllMocks());

const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });
const heading = (name: string) => screen.findByRole('heading', { name });

describe('checking a roster by keyboard', () => {
  it('Enter takes the proposal and goes on', async () => {
    show(<Live />);
    await heading('Ô D7 · Họ tên');
    press('Enter');
    await heading('Ô D8 · Họ tên');
    expect(sent[0]).toMatchObject([{ cell: 'D7', choice: 'take' }]);
  });

  it('G keeps the text of the file', async () => {
    show(<Live />);
    await heading('Ô D7 · Họ tên');
    press('g');
    await waitFor(() => expect(sent[0]).toMatchObject([{ cell: 'D7', choice: 'keep' }]));
  });

  it('a cell that must be fixed can be neither taken nor kept, only retyped', async () => {
    show(<Live />);
    await heading('Ô D7 · Họ tên');
    press('ArrowDown');
    press('ArrowDown');
    await heading('Ô F12 · Số điện thoại');
    press('Enter');
    press('g');
    press('F2');
    fireEvent.change(await screen.findByLabelText('Gõ giá trị đúng'), { target: { value: '0512345999' } });
    fireEvent.submit(screen.getByLabelText('Gõ giá trị đúng'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject([{ cell: 'F12', choice: 'typed', value: '0512345999' }]);
  });

  it('who is quicker than the server loses nothing: one request at a time, what waits goes together', async () => {
    slow = [];
    show(<Live />);
    await heading('Ô D7 · Họ tên');
    press('Enter');
    await heading('Ô D8 · Họ tên');
    press('g');
    await heading('Ô F12 · Số điện thoại');
    press('ArrowUp');
    await heading('Ô D8 · Họ tên');
    press('Enter');
    expect(sent).toHaveLength(1);
    await waitFor(() => expect(slow).toHaveLength(1));
    slow[0]?.();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject([{ cell: 'D8', choice: 'take' }]);
    await waitFor(() => expect(slow).toHaveLength(2));
    slow[1]?.();
    await waitFor(() =>
      expect(
        queryClient
          .getQueryData<Roster>(['get', '/roster-imports/{importId}', init])
          ?.findings.map(({ choice }) => choice),
      ).toEqual(['take', 'take', null]),
    );
  });

  it('Ctrl Z takes the last choice back', async () => {
    show(<Live />);
    await heading('Ô D7 · Họ tên');
    press('Enter');
    await heading('Ô D8 · Họ tên');
    press('z', { ctrlKey: true });
    await heading('Ô D7 · Họ tên');
    await waitFor(() => expect(sent[1]).toMatchObject([{ cell: 'D7', choice: null }]));
  });

  it('"Sửa cả" settles what has a safe proposal and leaves the rest to the officer', async () => {
    show(<Live />);
    fireEvent.click(await screen.findByText('Sửa cả 1 chỗ'));
    await waitFor(() => expect(sent[0]).toMatchObject([{ cell: 'D8', choice: 'take' }]));
    expect(sent[0]).toHaveLength(1);
  });

  it('the encoding is asked of the whole file: a reading is chosen, nothing is retyped or left out', async () => {
    const options = ['Windows-1258: Tú Hà', 'TCVN3 (ABC): Tỳ Hà'];
    const unsure = { ...finding('A1', 'file.encodingUnsure', 'must_fix', 'Tú Hà', null), options };
    queryClient.setQueryData(['get', '/roster-imports/{importId}', init], { ...start, findings: [unsure] });
    show(<Live />);
    await heading('Cả tệp');
    press('F2');
    expect(screen.queryByLabelText('Gõ giá trị đúng')).toBeNull();
    expect(screen.queryByRole('button', { name: /Tự gõ lại|Bỏ dòng này/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'TCVN3 (ABC): Tỳ Hà' }));
    await waitFor(() => expect(sent[0]).toMatchObject([{ cell: 'A1', choice: 'typed', value: options[1] }]));
  });
});

describe('rows that became nobody', () => {
  const asked: Roster = {
    ...start,
    findings: [
      { ...finding('A9', 'rows.unread', 'must_fix', 'TM. UBND XÃ', 'TM. UBND XÃ'), params: { count: 2, rows: '9–10' } },
      finding('D11', 'name.oneWord', 'must_fix', 'Út', 'Út'),
    ],
    notImported: [9, 10].map((row) => ({
      sheet: 'Sheet1',
      cell: `A${row}`,
      row,
      code: 'cell.notImported',
      text: `Đỗ Văn ${row}`,
      cells: 1,
      why: 'unread',
      back: 'row',
      taken: false,
    })),
  };

  it('stay out or come in: no cell of theirs is retyped, and what the file says is no proposal', async () => {
    queryClient.setQueryData(['get', '/roster-imports/{importId}', init], asked);
    show(<Live />);
    await screen.findByRole('button', { name: /^Đúng, không nhập/ });
    expect(screen.queryByRole('button', { name: /Sửa theo đề xuất|Tự gõ lại|Bỏ dòng này/ })).toBeNull();
    expect(screen.queryByText('Đề xuất')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Nhập 2 dòng này' }));
    await waitFor(() =>
      expect(sent[0]).toMatchObject([
        { cell: 'A9', code: 'cell.notImported', choice: 'take' },
        { cell: 'A10', code: 'cell.notImported', choice: 'take' },
      ]),
    );
  });

  it('a doubt of what the file says is answered by its own word', async () => {
    queryClient.setQueryData(['get', '/roster-imports/{importId}', init], asked);
    show(<Live />);
    await heading('Ô A9 · Stt');
    press('ArrowDown');
    await heading('Ô D11 · Họ tên');
    fireEvent.click(screen.getByRole('button', { name: /^Đúng như vậy/ }));
    await waitFor(() => expect(sent[0]).toMatchObject([{ cell: 'D11', code: 'name.oneWord', choice: 'take' }]));
  });
});
