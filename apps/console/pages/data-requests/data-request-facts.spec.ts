import { dataRequestsVi } from '#i18n/console/membership/data-requests.vi';
import { fill } from '#i18n';
import type { Translate } from '../../i18n/i18n.tsx';
import { clockOf, doesWord, draftOf, whyOf } from './data-request-facts.ts';

const words: Record<string, string> = dataRequestsVi;
const t: Translate = (id, values) => fill(words[id] ?? '', values ?? {});
const open = (daysLeft: number) => clockOf({ daysLeft, outcome: null, escalatedAt: null });

describe('the clock of a case', () => {
  it('is amber on the last working days and red when it is late', () => {
    expect(open(2)).toEqual({ tone: 'mute', word: 'dataReq.left', n: 2 });
    expect(open(1)).toMatchObject({ tone: 'doing', n: 1 });
    expect(open(0)).toMatchObject({ tone: 'doing', word: 'dataReq.lastDay' });
    expect(open(-3)).toEqual({ tone: 'late', word: 'dataReq.late', n: 3 });
  });

  it('stops with the answer', () => {
    expect(clockOf({ daysLeft: -3, outcome: 'answered', escalatedAt: null }).tone).toBe('mute');
  });
});

describe('why a line goes or stays', () => {
  it('names the day since which there is no task, or the wish', () => {
    expect(whyOf(t, { kind: 'contact', count: 2, erasure: 'erase' }, '30/10/2026')).toBe(
      'Không còn là thành viên từ 30/10/2026',
    );
    expect(whyOf(t, { kind: 'contact', count: 2, erasure: 'erase' }, null)).toBe('Theo yêu cầu của người đó');
  });

  it('keeps a line only on a ground: the rule of its time, or the archive', () => {
    expect(whyOf(t, { kind: 'looks', count: 7, erasure: 'keep' }, null)).toContain('ít nhất 24 tháng');
    expect(whyOf(t, { kind: 'papers', count: 1, erasure: 'keep' }, null)).toBe('Giữ theo quy định lưu trữ hồ sơ');
    expect(doesWord({ kind: 'looks', count: 7, erasure: 'keep' })).toBe('dataReq.does.keep');
    expect(doesWord({ kind: 'papers', count: 1, erasure: 'keep' })).toBe('dataReq.does.keepGood');
  });
});

it('begins the answer with what goes and what stays', () => {
  const holds = [
    { kind: 'contact', count: 2, erasure: 'erase' },
    { kind: 'work', count: 46, erasure: 'unname' },
    { kind: 'papers', count: 1, erasure: 'keep' },
  ] as const;
  expect(draftOf(t, { kind: 'erase', holds: [...holds], source: 'app' })).toBe(
    'Đã xóa: Số điện thoại, thư điện tử. Số đã báo cáo ở lại dưới dạng tổng, không còn tên. Còn giữ theo quy định: Tên trong văn bản, quyết định.',
  );
  expect(draftOf(t, { kind: 'object', holds: [], source: 'app' })).toBe('');
});

it('answers who asks on paper by what was printed, who asks in the app by where it stands there', () => {
  expect(draftOf(t, { kind: 'looks', holds: [], source: 'paper' })).toContain('Đã đưa bản in');
  expect(draftOf(t, { kind: 'view', holds: [], source: 'app' })).toContain('mục Dữ liệu của tôi');
});
