import type { Translate } from '../../i18n/i18n.tsx';
import {
  dueText,
  isTooEarly,
  lookOf,
  markOf,
  sectionWord,
  standingComments,
  whichOf,
  withDifficulties,
  writtenCount,
} from './report-facts.ts';
import { monthAfter, monthText } from '../../ui/text/months.ts';
import { disputed, textsOf } from './text/words-draft.ts';

const due = (daysLeft: number) => ({
  dueOn: '2022-06-24',
  fixedOn: '2022-06-24',
  workingDayOn: '2022-06-24',
  daysLeft,
});
const t: Translate = (id, values = {}) => [id, ...Object.values(values)].join(' ');
const comment = (version: number) => ({
  cell: 'KT05',
  comment: '3/4 hay 4/4?',
  version,
  at: '2022-06-25T00:00:00Z',
  by: { id: 'p', fullName: 'Lê Văn B', position: null },
});

const month = { kind: 'monthly', receiver: null } as const;
const days = { ...month, kind: 'results' } as const;

it('cannot be sent before its days are over; a roster, which is as of a day, can', () => {
  const month = { kind: 'monthly' as const, endsOn: '2022-07-14' };
  expect([isTooEarly(month, '2022-07-01'), isTooEarly(month, '2022-07-14'), isTooEarly(month, '2022-07-15')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isTooEarly({ kind: 'roster', endsOn: '2022-07-14' }, '2022-07-01')).toBe(false);
});

describe('a report', () => {
  it('is late only while it was never sent', () => {
    expect(lookOf({ ...month, state: 'draft', due: due(-1) }).tone).toBe('late');
    expect(lookOf({ ...month, state: 'draft', due: due(0) }).word).toBe('rep.state.draft');
    expect(lookOf({ ...month, state: 'accepted', due: due(-9) }).tone).toBe('done');
  });

  it('says how long there is, or which version was sent and how late', () => {
    const head = { ...month, state: 'draft' as const, version: 0, daysLate: 0 };
    expect(dueText(t, 'vi', { ...head, due: due(3) })).toBe('rep.dueIn 24/6 3');
    expect(dueText(t, 'vi', { ...head, due: due(0) })).toBe('rep.dueToday 24/6');
    expect(dueText(t, 'vi', { ...head, due: due(-2) })).toBe('rep.dueOver 24/6 2');
    expect(dueText(t, 'vi', { ...head, state: 'submitted', version: 2, daysLate: 1, due: due(-5) })).toBe(
      'rep.sentAt 2, rep.lateBy 1',
    );
  });

  it('on the days of a campaign has nothing before them, no year and no next month', () => {
    expect([whichOf(month), whichOf(days)]).toEqual([['now', 'before', 'year'], ['now']]);
    expect([sectionWord('next_month', month), sectionWord('next_month', days), sectionWord('causes', days)]).toEqual([
      'rep.s.next_month',
      'rep.s.next_days',
      'rep.s.causes',
    ]);
  });

  it('that sums up a campaign for the office itself is never late', () => {
    const own = { ...days, state: 'draft' as const, version: 0, daysLate: 0, due: due(-2) };
    expect([lookOf(own).word, dueText(t, 'vi', own)]).toEqual(['rep.state.draft', 'rep.ownSum']);
  });

  it('steps over the end of a year', () => {
    expect([monthAfter('2022-01', -1), monthAfter('2022-12', 1), monthText('2022-06')]).toEqual([
      '2021-12',
      '2023-01',
      '6/2022',
    ]);
  });

  it('marks sections: a comment first, then what is missing and a reader expects', () => {
    expect(markOf('strengths', ' ', [])).toBe('missing');
    expect(markOf('proposals', '', [])).toBe('optional');
    expect(markOf('strengths', 'Tốt', [{ cell: 'strengths' }])).toBe('comment');
    expect(writtenCount({ opening: 'a', causes: ' ' })).toBe(1);
  });

  it('shows comments of the returned version only, until the next one is sent', () => {
    const comments = [comment(1), comment(2)];
    expect(standingComments({ state: 'returned', version: 2, comments })).toEqual([comment(2)]);
    expect(standingComments({ state: 'submitted', version: 3, comments })).toEqual([]);
  });

  it('takes difficulties over once', () => {
    const rows = [{ text: 'Sóng  yếu', team: 'Thôn 8' }];
    const once = withDifficulties('- Máy hỏng.', rows);
    expect(once).toBe('- Máy hỏng.\n- Sóng yếu (Thôn 8).');
    expect(withDifficulties(once, rows)).toBe(once);
  });
});

describe('words that two officers write', () => {
  const words = (text: string) => ({
    sections: [{ key: 'strengths' as const, text, drafted: false }],
    version: 3,
    by: null,
    at: null,
  });

  it('are in dispute only where both changed', () => {
    const typed = { texts: { strengths: 'Của tôi' }, over: { strengths: 'Trước đó' } };
    const saved = (text: string) => textsOf(words(text));
    expect(disputed(typed, saved('Của bạn'))).toEqual([{ key: 'strengths', text: 'Của bạn' }]);
    expect(disputed(typed, saved('Của tôi'))).toEqual([]);
    expect(disputed(typed, saved('Trước đó'))).toEqual([]);
    expect(disputed({ ...typed, texts: {} }, saved('Của bạn'))).toEqual([]);
  });
});
