import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { foreignAnswer, serverAnswer } from '../../testing/answers.ts';
import { show, testId } from '../../testing/render.tsx';
import type { SigningExport } from './signing-facts.ts';
import { SigningRow } from './signing-row.tsx';

const person = { id: testId(6), fullName: 'Phạm Thị Thu Hà', position: null };
const row = (part: Partial<SigningExport> = {}): SigningExport => ({
  id: testId(20),
  version: 2,
  format: 'pdf',
  hash: 'ab'.repeat(32),
  exportedBy: person,
  exportedAt: '2026-11-24T02:00:00Z',
  signed: null,
  earlier: [],
  ...part,
});
const fact = {
  state: 'trusted' as const,
  reason: null,
  signer: 'Lê Văn Ấn',
  issuer: 'Cơ quan chứng thực thử',
  signedAt: '2026-11-24T02:30:00Z',
  isStamped: false,
  addedAfter: false,
};
const signed: NonNullable<SigningExport['signed']> = {
  id: testId(21),
  hash: 'cd'.repeat(32),
  by: person,
  at: '2026-11-24T03:00:00Z',
  check: { state: 'trusted', addedAfter: false, signatures: [fact] },
};
const asked = jest.fn<typeof fetch>();
const answer = (body: unknown, status = 200) => serverAnswer({ json: async () => body }, status);
const choose = (name: string) =>
  fireEvent.change(document.querySelector('input[type=file]') as Element, {
    target: { files: [new File(['%PDF'], name)] },
  });

beforeEach(() => {
  asked.mockReset();
  globalThis.fetch = asked;
});

describe('a file that was handed out for signing', () => {
  it('comes back to its own export', async () => {
    asked.mockResolvedValue(answer(row({ signed })));
    show(<SigningRow reportId={testId(9)} row={row()} mayTake />);
    await screen.findByText('Chờ tệp đã ký');
    choose('bao-cao-da-ky.pdf');
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    const [path, init] = asked.mock.calls[0] as [string, RequestInit];
    expect(path).toBe(`/api/v1/reports/${testId(9)}/signing-exports/${testId(20)}/signed`);
    expect(init.method).toBe('PUT');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is refused by its ending before anything is sent', async () => {
    show(<SigningRow reportId={testId(9)} row={row()} mayTake />);
    await screen.findByText('Chờ tệp đã ký');
    choose('bao-cao.docx');
    expect((await screen.findByRole('alert')).textContent).toContain('Cần tệp .pdf');
    expect(asked).not.toHaveBeenCalled();
  });

  it('says what is wrong when it is another file', async () => {
    const problem = { code: 'papers.notTheExported', status: 422, title: '', details: [] };
    asked.mockResolvedValue(answer(problem, 422));
    show(<SigningRow reportId={testId(9)} row={row()} mayTake />);
    await screen.findByText('Chờ tệp đã ký');
    choose('khac.pdf');
    expect((await screen.findByRole('alert')).textContent).toContain('không phải tệp đã xuất');
  });

  it('has not arrived where something on the way answered', async () => {
    asked.mockResolvedValue(foreignAnswer);
    show(<SigningRow reportId={testId(9)} row={row()} mayTake />);
    await screen.findByText('Chờ tệp đã ký');
    choose('bao-cao-da-ky.pdf');
    expect((await screen.findByRole('alert')).textContent).toContain('Chưa gửi được');
  });

  it('lists both files when it is back, and takes no other', async () => {
    show(<SigningRow reportId={testId(9)} row={row({ signed })} mayTake />);
    await screen.findAllByText('Chữ ký hợp lệ');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Chép mã',
      'Tải tệp đã xuất',
      'Tải tệp đã ký',
      'Thay tệp đã ký',
    ]);
    expect(screen.getByText('Lê Văn Ấn')).toBeTruthy();
    expect(screen.getByText('Chứng thư do Cơ quan chứng thực thử cấp')).toBeTruthy();
    expect(screen.getByText(/^Giờ ký người ký tự ghi:/)).toBeTruthy();
  });

  it('says what could not be checked, and why, also to those who only read', async () => {
    const check = {
      state: 'unchecked' as const,
      addedAfter: true,
      signatures: [{ ...fact, state: 'unchecked' as const, reason: 'weak' as const, addedAfter: true }],
    };
    show(<SigningRow reportId={testId(9)} row={row({ signed: { ...signed, check } })} mayTake={false} />);
    await screen.findByText('Chưa kiểm được chữ ký');
    expect(screen.getByText(/^Chữ ký dùng thuật toán hoặc khóa quá yếu/)).toBeTruthy();
    expect(screen.getByText('Chưa kiểm được chữ ký. Có phần thêm sau khi ký')).toBeTruthy();
    expect(screen.queryByText('Thay tệp đã ký')).toBeNull();
  });

  it('names a file of the time before signatures were looked at', async () => {
    const check = { state: 'unchecked' as const, addedAfter: false, signatures: [] };
    show(<SigningRow reportId={testId(9)} row={row({ signed: { ...signed, check } })} mayTake />);
    await screen.findByText('Chưa kiểm được chữ ký');
    expect(screen.getByText(/^Tệp được nhận từ trước/)).toBeTruthy();
  });

  it('makes room for another one with a reason, and shows the earlier one', async () => {
    const setAside = { by: person, at: '2026-11-24T04:00:00Z', reason: 'Gửi nhầm tệp' };
    show(<SigningRow reportId={testId(9)} row={row({ signed, earlier: [{ ...signed, setAside }] })} mayTake />);
    fireEvent.click(await screen.findByText('Thay tệp đã ký'));
    const act = screen.getByText('Gỡ tệp này').closest('button') as HTMLButtonElement;
    expect(act.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Vì sao phải thay tệp này'), { target: { value: 'Ký nhầm bản' } });
    expect(act.disabled).toBe(false);
    expect(screen.getByText(/gỡ .*: Gửi nhầm tệp$/)).toBeTruthy();
  });

  it('is only read by others', async () => {
    show(<SigningRow reportId={testId(9)} row={row()} mayTake={false} />);
    await screen.findByText('Chờ tệp đã ký');
    expect(screen.queryByText('Gửi tệp đã ký')).toBeNull();
  });
});
