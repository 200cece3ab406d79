import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import '../../i18n/report-words.ts';
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
  ...part,
});
const signed = { hash: 'cd'.repeat(32), by: person, at: '2026-11-24T03:00:00Z' };
const asked = jest.fn<typeof fetch>();
/** jsdom has no Response: what of it is read. */
const answer = (body: unknown, status = 200) => ({ ok: status < 400, status, json: async () => body }) as Response;
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

  it('lists both files when it is back, and takes no other', async () => {
    show(<SigningRow reportId={testId(9)} row={row({ signed })} mayTake />);
    await screen.findByText('Đã có tệp ký');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Chép mã',
      'Tải tệp đã xuất',
      'Tải tệp đã ký',
    ]);
  });

  it('is only read by others', async () => {
    show(<SigningRow reportId={testId(9)} row={row()} mayTake={false} />);
    await screen.findByText('Chờ tệp đã ký');
    expect(screen.queryByText('Gửi tệp đã ký')).toBeNull();
  });
});
