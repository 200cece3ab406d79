import { citationOf } from './citation.ts';

describe('citationOf', () => {
  it('cites a letter as running text does, without leading zeros', () => {
    expect(citationOf({ kind: 'official_letter', number: '577/STTTT-CNTT', issuedOn: '2022-03-28' })).toBe(
      'Công văn 577/STTTT-CNTT ngày 28/3/2022',
    );
  });
});
