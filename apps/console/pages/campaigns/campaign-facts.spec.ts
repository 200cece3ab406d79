import {
  byKind,
  type Campaign,
  clockText,
  daysOf,
  dueBeforeOf,
  firstDueBefore,
  namedDay,
  isReady,
  lastDayOf,
} from './campaign-facts.ts';
import { remindedText } from '../report-board/reminded-note.tsx';

const form = {
  kind: 'roster',
  title: 'Phụ lục 1',
  directiveId: null,
  startsOn: '2026-04-01',
  endsOn: '2026-04-20',
  dueBefore: '2026-04-20',
  wording: 'before',
  shift: 'none',
} as const;
const t = ((id: string, values: Record<string, unknown> = {}) => [id, ...Object.values(values)].join(' ')) as never;

describe('a one-off report', () => {
  it('that is due before a day is due by the end of the day before', () => {
    expect(lastDayOf('2026-04-20')).toBe('2026-04-19');
    expect(lastDayOf('2026-03-01')).toBe('2026-02-28');
  });

  it('is due by the day that its directive names, with it or without it', () => {
    for (const wording of ['before', 'until'] as const)
      expect(namedDay({ dueBefore: dueBeforeOf('2026-04-20', wording), wording })).toBe('2026-04-20');
    expect(dueBeforeOf('2026-04-20', 'before')).toBe('2026-04-20');
    expect(dueBeforeOf('2026-04-20', 'until')).toBe('2026-04-21');
    expect(dueBeforeOf(null, 'until')).toBeNull();
  });

  it('starts with a name and a day by which it is due', () => {
    expect(isReady(form)).toBe(true);
    expect(isReady({ ...form, title: ' PL ' })).toBe(false);
    expect(isReady({ ...form, dueBefore: null })).toBe(false);
  });

  it('on work has days, and is due when they are over', () => {
    expect(daysOf(form)).not.toHaveProperty('endsOn');
    expect(firstDueBefore(form)).toBe('2026-04-02');
    const work = { ...form, kind: 'results' } as const;
    expect(daysOf(work)).toMatchObject({ kind: 'results', startsOn: '2026-04-01', endsOn: '2026-04-20' });
    // "Before the 22nd" is by the end of the 21st, the first day on which it can be sent.
    expect(firstDueBefore(work)).toBe('2026-04-22');
  });

  it('is listed apart by what it asks for', () => {
    const [list, work] = [
      { id: '1', kind: 'roster' },
      { id: '2', kind: 'results' },
    ] as Campaign[];
    expect(byKind([work!, list!])).toEqual([
      { kind: 'roster', rows: [list] },
      { kind: 'results', rows: [work] },
    ]);
    expect(byKind([work!])).toEqual([{ kind: 'results', rows: [work] }]);
  });

  it('has a clock', () => {
    expect(['2026-04-19', '2026-04-17', '2026-04-15'].map((due) => clockText(t, '2026-04-17', due))).toEqual([
      'camp.left 2',
      'camp.today',
      'camp.over 2',
    ]);
  });

  it('says which reminders went out', () => {
    const text = (steps: number[], byHandOn: string | null) => remindedText(t, { steps, byHandOn }, (day) => day);
    expect(text([], null)).toBeNull();
    expect(text([1, -5, 0], '2026-04-20')).toBe(
      'camp.step.before 5, camp.step.on, camp.step.after 1, camp.byHand 2026-04-20',
    );
  });
});
