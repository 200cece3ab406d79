import { findingsEn } from './findings.en.ts';
import { findingsVi, type FindingWords } from './findings.vi.ts';

describe('words of the import', () => {
  it.each(Object.keys(findingsVi) as (keyof FindingWords)[])(
    '%s asks for the same figures in both languages',
    (key) => {
      const fields = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(fields(findingsEn[key])).toEqual(fields(findingsVi[key]));
    },
  );
});
