import { partIds, partRules } from '#contracts/system/parts';
import { consoleEn } from '#i18n/console.en';
import { systemVi } from '#i18n/console/frame/system.vi';
import { render } from '#i18n/render';
import type { Translate } from '../../i18n/i18n.tsx';
import {
  alarmText,
  backupDays,
  barHeights,
  limitText,
  type Part,
  timeText,
  titleOf,
  valueText,
} from './system-facts.ts';

const wordsOf = (lang: 'vi' | 'en') => {
  const of = (lang === 'vi' ? systemVi : consoleEn) as Record<string, string>;
  const t = ((id: string, values = {}) => render(of[id] ?? `?${id}`, values, lang)) as Translate;
  return { t, lang };
};
const vi = wordsOf('vi');
const part = (changes: Partial<Part> & Pick<Part, 'part'>): Part => ({
  state: 'good',
  value: 0,
  facts: {},
  watch: null,
  alarm: partRules[changes.part].alarm,
  hours: Array<null>(24).fill(null),
  ...changes,
});

it.each([
  [0.18, '0,18 giây'],
  [1.02, '1,02 giây'],
  [4.24, '4,2 giây'],
  [40, '40 giây'],
  [300, '5 phút'],
  [26 * 3_600, '26 giờ'],
  [90 * 86_400, '90 ngày'],
])('%d seconds are told as "%s"', (seconds, text) => expect(timeText(seconds, vi)).toBe(text));

it.each([
  [part({ part: 'queue', value: 40, facts: { waiting: 142 } }), '142 chờ, cũ nhất 40 giây'],
  [part({ part: 'queue' }), 'không có gì chờ'],
  [part({ part: 'deliveries', value: 12 }), '12 kẹt quá 15 phút'],
  [
    part({ part: 'backup', value: 31 * 3_600, facts: { bytes: 4.2e9, encrypted: 1 } }),
    '31 giờ trước · 4,2 GB · đã mã hóa',
  ],
  [part({ part: 'backup', value: 31 * 3_600, facts: { running: 1 } }), 'đang sao lưu · bản trước 31 giờ trước'],
  [part({ part: 'backup', state: 'off', value: null }), 'chưa đặt nơi cất bản sao'],
  [part({ part: 'disk', value: 0.78, facts: { freeBytes: 110e9 } }), '78% · trống 110 GB'],
  [part({ part: 'connections', value: 0.38, facts: { used: 38, most: 100 } }), '38/100 kết nối'],
  [part({ part: 'drill', state: 'unknown', value: null }), 'chưa thử lần nào'],
  [part({ part: 'drill', value: 90_000, facts: { never: 1 } }), 'chưa thử lần nào'],
  [part({ part: 'backup', value: 90_000, facts: { never: 1 } }), 'chưa có bản nào'],
  [part({ part: 'channels', value: 2, at: 'email, telegram' }), 'email, telegram: không gửi được'],
  [part({ part: 'channels', value: 0 }), 'các kênh đều gửi được'],
  [part({ part: 'clock', state: 'alarm', value: 86_400, at: 'may-2/17 worker' }), 'may-2/17 worker lệch 24 giờ'],
  [part({ part: 'clock', value: 0.2, at: 'may-1/9 api' }), 'lệch 0,2 giây'],
  [part({ part: 'clock', state: 'unknown', value: null }), 'chưa đo được'],
  [part({ part: 'logs', value: 2 }), '2 thiết lập để lộ dữ liệu'],
  [part({ part: 'logs' }), 'không ghi tên, số điện thoại'],
])('tells a measure as people do: %#', (row, text) => expect(valueText(row, vi)).toBe(text));

it.each([
  ['answers', 'trên 1 giây, 5 phút'],
  ['queue', 'cũ hơn 5 phút'],
  ['failed', 'lỗi 3 lần liền'],
  ['deliveries', 'kẹt quá 15 phút'],
  ['backup', 'quá 26 giờ'],
  ['drill', 'quá 90 ngày'],
  ['disk', 'trên 85%'],
  ['statements', 'lệnh quá 5 giây'],
  ['clock', 'lệch quá 2 giây'],
] as const)('says when %s alarms', (id, text) => expect(limitText(part({ part: id }), vi)).toBe(text));

it.each(partIds)('has words for an alarm, a cause and a limit of %s in both languages', (id) => {
  for (const words of [vi, wordsOf('en')]) {
    const row = part({ part: id, value: partRules[id].alarm + 1, state: 'alarm' });
    for (const text of [
      alarmText(row, words),
      limitText(row, words),
      valueText(row, words),
      words.t(`system.cause.${id}`),
    ])
      expect(text).not.toMatch(/\?|\{|undefined|NaN/);
  }
});

it('has a title for each mixture of states', () => {
  const [good, watch, alarm] = (['good', 'watch', 'alarm'] as const).map((state) => part({ part: 'queue', state }));
  expect(titleOf([good!], vi.t)).toBe('Mọi phần chạy tốt');
  expect(titleOf([good!, part({ part: 'clock', state: 'unknown', value: null })], vi.t)).toBe(
    'Những phần đo được đều tốt, 1 phần chưa đo hoặc đang tắt',
  );
  expect(titleOf([good!, watch!], vi.t)).toBe('1 chỗ cần để ý, còn lại chạy tốt');
  expect(titleOf([alarm!, alarm!, good!], vi.t)).toBe('2 chỗ cần tay, còn lại chạy tốt');
  expect(titleOf([alarm!, watch!], vi.t)).toBe('1 chỗ cần tay, 1 chỗ cần để ý');
});

it('draws an hour that was not measured otherwise than one at nothing', () => {
  expect(barHeights([null, 0, 5, 10], 24)).toEqual([null, 1, 12, 24]);
  expect(barHeights([null, 0], 24)).toEqual([null, 1]);
});

it('takes the best attempt of a day, and says which days have none', () => {
  const runs = [
    { state: 'failed', startedAt: '2026-11-24', bytes: null },
    { state: 'done', startedAt: '2026-11-24', bytes: 5 },
    { state: 'failed', startedAt: '2026-11-23', bytes: null },
  ] as const;
  expect(backupDays(runs, ['2026-11-22', '2026-11-23', '2026-11-24'], (at) => at).map(({ state }) => state)).toEqual([
    'none',
    'failed',
    'done',
  ]);
});
