import { clockText, isReady, lastDayOf } from './campaign-facts.ts';
import { remindedText } from './reminded-note.tsx';

const form = {
  title: 'Phụ lục 1',
  directiveId: null,
  startsOn: '2026-04-01',
  dueBefore: '2026-04-20',
  shift: 'none',
} as const;
const t = ((id: string, values: Record<string, unknown> = {}) => [id, ...Object.values(values)].join(' ')) as never;

describe('a one-off report', () => {
  it('that is due before a day is due by the end of the day before', () => {
    expect(lastDayOf('2026-04-20')).toBe('2026-04-19');
    expect(lastDayOf('2026-03-01')).toBe('2026-02-28');
  });

  it('starts with a name and a day that lies ahead of its start', () => {
    expect(isReady(form)).toBe(true);
    expect(isReady({ ...form, title: ' PL ' })).toBe(false);
    expect(isReady({ ...form, dueBefore: null })).toBe(false);
    expect(isReady({ ...form, dueBefore: '2026-04-01' })).toBe(false);
    expect(isReady({ ...form, dueBefore: '2026-04-02' })).toBe(true);
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
