import { templates } from './templates.ts';

const codes = [...new Set(templates.map(({ code }) => code))].toSorted();

it('holds the 22 pieces of work of section 2 and the five that follow from other sections', () => {
  expect(codes).toEqual(Array.from({ length: 27 }, (_, i) => `NV${String(i + 1).padStart(2, '0')}`));
});

it('has no two wordings of a template that begin on the same day', () => {
  const starts = templates.map(({ code, from }) => `${code} ${from}`);
  expect(new Set(starts).size).toBe(starts.length);
});

it.each(templates.map((template) => [template.code, template]))(
  '%s says in words what to do, step by step, and what to count',
  (_, template) => {
    expect(template.suggestion.length).toBeGreaterThanOrEqual(10);
    expect(template.guide.length).toBeGreaterThanOrEqual(3);
    expect(template.indicators.length).toBeGreaterThan(0);
    expect(template.evidence).toContain('count');
  },
);
