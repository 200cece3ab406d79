import { schemaText } from './schema-text.ts';

describe('a schema in words', () => {
  it('shows fields, which of them may be missing, and their bounds', () => {
    expect(
      schemaText({
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid', pattern: '^[0-9a-f]{8}$' },
          note: { type: 'string', minLength: 1, maxLength: 200 },
          code: { type: 'string', pattern: '^[A-Z]+$' },
          count: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 20 },
        },
        required: ['id'],
        additionalProperties: false,
      }),
    ).toBe(
      '{\n  id: string <i>uuid</i>\n  note?: string <i>1–200</i>\n  code?: string <i>/^[A-Z]+$/</i>\n' +
        '  count?: integer <i>≥ 0, = 20</i>\n}',
    );
  });

  it('links what has a name, and shows lists, choices, maps and what lies deeper', () => {
    const task = { $ref: '#/components/schemas/Task' };
    const link = '<a href="/api/docs/schemas/Task">Task</a>';
    expect(schemaText({ type: 'array', items: task, maxItems: 50 })).toBe(`Array&lt;${link}&gt; <i>≤ 50</i>`);
    expect(schemaText({ anyOf: [task, { type: 'null' }] })).toBe(`${link} | null`);
    expect(schemaText({ allOf: [task, { const: 'a' }] })).toBe(`${link} &amp; &#34;a&#34;`);
    expect(schemaText({ type: 'object', additionalProperties: { enum: ['a', 1] } })).toBe(
      '{\n  [string]: &#34;a&#34; | 1\n}',
    );
    expect(schemaText({ properties: { in: { properties: { a: { type: ['string', 'null'] } } } } })).toBe(
      '{\n  in?: {\n    a?: string | null\n  }\n}',
    );
    expect(schemaText({ prefixItems: [{ type: 'number' }, {}] })).toBe('[number, unknown]');
    expect(schemaText({ type: 'object' })).toBe('{}');
  });

  it('writes no sign of HTML that stood in the schema', () => {
    expect(schemaText({ type: 'string', pattern: '<b>', description: 'a & b' })).toBe(
      'string <i>/&#60;b&#62;/, a &#38; b</i>',
    );
  });
});
