import { takeoverEn } from '#i18n/console/membership/takeover.en';
import { takeoverVi } from '#i18n/console/membership/takeover.vi';
import type { Lang } from '#i18n';
import { render, type Values } from '#i18n/render';
import type { Translate } from '../../i18n/i18n.tsx';
import { detailOf, type Row, tickOf, titleOf, whenOf } from './row-words.ts';

const words = (of: Partial<Record<string, string>>, lang: Lang): Translate =>
  ((id: string, values: Values = {}) => render(of[id] ?? id, values, lang)) as Translate;
const vi = words(takeoverVi, 'vi');
const row = (more: Partial<Row>): Row => ({
  kind: 'result',
  count: 19,
  since: '2025-06-25T01:00:00.000Z',
  dueOn: null,
  named: [],
  report: null,
  done: null,
  ...more,
});
const named = ['Dân Quyền', 'Minh Sơn', 'Dân Lực', 'Dân Lý', 'Triệu Sơn'].map((name, n) => ({ name, count: 8 - n }));

it('names the units from which most came and sums the rest', () => {
  expect(detailOf(row({ named }), vi)).toBe('Dân Quyền 8, Minh Sơn 7, Dân Lực 6, còn lại 9');
  expect(detailOf(row({ kind: 'names', named: [{ name: 'Thôn 1', count: 3 }] }), vi)).toBe('3 Thôn 1');
  expect(titleOf(row({}), vi)).toBe('19 kết quả chờ xác nhận');
  expect(titleOf(row({ kind: 'extension', count: 1 }), words(takeoverEn, 'en'))).toBe('1 request for more time');
});

it('says how long the first of it waits, in red after two days, or until when it is due', () => {
  const now = Date.parse('2025-07-01T02:00:00Z');
  const asked = { t: vi, lang: 'vi' as const, now };
  expect(whenOf(row({}), asked)).toEqual({ when: 'time.days', note: 'lâu nhất', urgent: true });
  expect(whenOf(row({ kind: 'names', since: null }), asked)).toMatchObject({ when: 'không hạn', urgent: false });
  expect(whenOf(row({ kind: 'report', since: null, dueOn: '2025-07-24' }), asked)).toMatchObject({ when: '24/7' });
});

it('offers a tick only for what nothing shows to be settled', () => {
  const kinds = (['result', 'report', 'focalOfficer', 'standIn', 'names', 'groups'] as const).map((kind) =>
    row({ kind }),
  );
  expect(kinds.filter(tickOf).map(({ kind }) => kind)).toEqual(['standIn', 'names', 'groups']);
});
