import { partIds, partRules, partState } from './parts.ts';

describe('the state of a part', () => {
  it.each(partIds)('%s is well at nothing, looked at above its first number, alarming above its second', (part) => {
    const rule = partRules[part];
    expect(partState(rule, 0)).toBe('good');
    expect(partState(rule, rule.alarm)).toBe(rule.watch === null ? 'good' : 'watch');
    expect(partState(rule, rule.alarm + 0.001)).toBe('alarm');
    if (rule.watch === null) return;
    expect(rule.watch).toBeLessThan(rule.alarm);
    expect(partState(rule, rule.watch)).toBe('good');
    expect(partState(rule, rule.watch + 0.001)).toBe('watch');
  });

  it('is never well when nothing was measured', () => {
    for (const part of partIds) {
      expect(partState(partRules[part], null)).toBe('unknown');
      expect(partState(partRules[part], Number.NaN)).toBe('unknown');
    }
  });

  it.each([
    ['backup', 26 * 3_600],
    ['drill', 90 * 86_400],
    ['disk', 0.85],
    ['queue', 300],
    ['clock', 2],
    ['answers', 1],
    ['statements', 5],
  ] as const)('%s alarms above %d, as the screen was agreed', (part, alarm) =>
    expect(partRules[part].alarm).toBe(alarm),
  );
});
