import { statusPage } from './status-page.ts';

const AT = new Date('2026-11-24T01:12:00Z');
const figures = { sent: 1_204_500, medianSeconds: 14, slowSeconds: 400, commands: 98_000, refused: 290, failed: 12 };
const status = { month: '2026-10-01', figures, drillAt: new Date('2026-11-12T03:00:00Z'), asOf: AT };

describe('the public page', () => {
  it('tells how quickly messages went, what was refused, and when restoring was tried', () => {
    const page = statusPage(status, 'vi');
    for (const text of [
      'Tháng 10 năm 2026',
      '1.204.500 tin',
      'trong 14 giây',
      'trong 7 phút',
      '290 lần bị từ chối (0,3%)',
      '12/11/2026',
    ])
      expect(page).toContain(text);
  });

  it('tells the same in English, and leads to the other language', () => {
    const page = statusPage(status, 'en');
    for (const text of ['lang="en"', 'October 2026', '1,204,500 messages', '7 min', '0.3%', 'href="?lang=vi"'])
      expect(page).toContain(text);
  });

  it('is small and has no script', () => {
    const page = statusPage(status, 'vi');
    expect(Buffer.byteLength(page)).toBeLessThan(4_000);
    expect(page).not.toMatch(/<script|javascript:|onload/i);
  });

  it('never says "none" of what was not counted, or of what never was tried', () => {
    const page = statusPage({ ...status, figures: null, drillAt: null }, 'vi');
    expect(page).toContain('chưa đếm xong');
    expect(page).toContain('Chưa thử lần nào');
    expect(page).not.toContain('lần bị từ chối');
  });

  it('tells of a month without messages', () => {
    const none = { sent: 0, medianSeconds: null, slowSeconds: null, commands: 0, refused: 0, failed: 0 };
    const page = statusPage({ ...status, figures: none }, 'vi');
    expect(page).toContain('Không có tin nào phải gửi.');
    expect(page).toContain('Không có lần gửi nào.');
  });
});
