import { answerDay, workingDaysLeft } from './data-request-deadlines.ts';

const plain = { holidays: new Set<string>(), workedWeekends: new Set<string>() };

describe('the day by which a request is answered', () => {
  it('is the second working day after the one on which it came', () => {
    expect(answerDay('2026-11-23', plain)).toBe('2026-11-25');
    expect(answerDay('2026-11-19', plain)).toBe('2026-11-23');
    expect(answerDay('2026-11-21', plain)).toBe('2026-11-24');
  });

  it('leaves holidays out, and counts a weekend that is worked in exchange', () => {
    const holidays = new Set(['2026-11-24', '2026-11-25']);
    expect(answerDay('2026-11-23', { ...plain, holidays })).toBe('2026-11-27');
    expect(answerDay('2026-11-20', { ...plain, workedWeekends: new Set(['2026-11-21']) })).toBe('2026-11-23');
  });
});

describe('the working days that are left', () => {
  it('are none on the last day', () => {
    expect(workingDaysLeft('2026-11-25', '2026-11-25', plain)).toBe(0);
    expect(workingDaysLeft('2026-11-24', '2026-11-25', plain)).toBe(1);
    expect(workingDaysLeft('2026-11-20', '2026-11-23', plain)).toBe(1);
  });

  it('are fewer than none when it is over', () => {
    expect(workingDaysLeft('2026-11-28', '2026-11-25', plain)).toBe(-3);
  });
});
