import { z } from 'zod';
import { parse } from './first-fault.ts';

const schema = z
  .strictObject({
    lines: z
      .array(z.strictObject({ code: z.string().regex(/^\d+$/), name: z.string().max(5) }))
      .max(50_000)
      .default([]),
  })
  .refine(({ lines }) => lines.length !== 1, { error: 'lines.one' });
const lines = (n: number, line: unknown = { code: '1', name: 'Thôn' }) => Array.from({ length: n }, () => line);
const wrong = { code: 'x', name: 'quá dài' };
const pathsOf = (value: unknown): string[] => {
  const parsed = parse(schema, value);
  return 'issues' in parsed ? parsed.issues.map(({ path, code }) => `${path.join('.')} ${code}`) : [];
};

describe('what is wrong with a body', () => {
  it('is told whole of a form', () => {
    expect(pathsOf({ lines: lines(3, wrong), more: 1 })).toHaveLength(7);
    expect(pathsOf({ lines: lines(1) })).toEqual([' custom']);
  });

  it('is told of the first element of a list of thousands', () => {
    expect(pathsOf({ lines: [...lines(30_000), ...lines(20_000, wrong)] })).toEqual([
      'lines.30000.code invalid_format',
      'lines.30000.name too_big',
    ]);
    expect(pathsOf({ lines: lines(60_000, 0) })).toEqual(['lines.0 invalid_type']);
    expect(pathsOf({ lines: lines(60_000) })).toEqual(['lines too_big']);
  });

  it('is nothing of a list that is right', () => {
    expect(parse(schema, { lines: lines(5_000) })).toEqual({ data: { lines: lines(5_000) } });
    expect(parse(z.array(z.int()), [1])).toEqual({ data: [1] });
  });
});
