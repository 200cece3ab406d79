import fc from 'fast-check';
import { maskPhone, printPhone, readPhones } from './phones.ts';

const main = (value: string | number | null) => readPhones(value).phones[0]?.e164;
const notes = (value: string | number | null) => readPhones(value).notes.map((note) => note.code);

describe('phones of a roster', () => {
  it.each([
    [512345678, ['phone.lostZero']],
    ['512345678', ['phone.lostZero']],
    ['84512345678', ['phone.international']],
    ['+84 512 345 678', ['phone.international']],
    ['0084512345678', ['phone.international']],
    ['(+84) 512345678', ['phone.international']],
    ['+84 (0)512 345 678', ['phone.international']],
    ['0512.345.678', []],
    ['0512 345\u00a0678', []],
    ['０５１２３４５６７８', []],
    ["'0512-345-678", []],
    ['O512345678', ['phone.cleaned']],
    ['0512345678x', ['phone.cleaned']],
    ['ĐT: 0512345678', ['phone.cleaned']],
    ['5.12345678E+08', ['phone.lostZero']],
  ])('reads %j', (value, codes) => {
    expect(main(value)).toBe('+84512345678');
    expect(notes(value)).toEqual(codes);
  });

  it.each([
    '0512 345 678 / 0519876543',
    '0512345678; 0519876543',
    '0512345678 hoặc 0519876543',
    '0512345678\n0519876543',
    '0512345678 - 0519876543',
    '0512345678 0519876543',
  ])('takes the first of two numbers in %j as the main one', (value) => {
    expect(readPhones(value).phones.map((phone) => phone.e164)).toEqual(['+84512345678', '+84519876543']);
    expect(notes(value)).toContain('phone.two');
  });

  it.each([
    ['01680000000', '0168', '038'],
    ['01290000000', '0129', '082'],
    ['01990000000', '0199', '059'],
    ['0120.0000.000', '0120', '070'],
  ])('gives %s its prefix of today', (value, from, to) => {
    expect(readPhones(value)).toMatchObject({
      phones: [{ e164: `+84${to.slice(1)}0000000` }],
      notes: [{ code: 'phone.prefixChanged', params: { from, to } }],
    });
  });

  it('gives an eleven-digit number that lost its 0 both repairs', () => {
    expect(notes(1_680_000_000)).toEqual(['phone.lostZero', 'phone.prefixChanged']);
  });

  it.each([['9.12E+08'], ['5.1E8'], ['5,12E+08']])('says that %s lost its digits', (value) => {
    expect(readPhones(value)).toMatchObject({
      phones: [],
      problem: { code: 'phone.digitsLost', params: { text: value } },
    });
  });

  it.each([[''], ['   '], ['-'], [null]])('says that %j is no number at all', (value) => {
    expect(readPhones(value).problem?.code).toBe('phone.missing');
  });

  it.each(['012345', '0912345678901', '0713456789', '+1 202 555 0100', 'không có', '2022-06-21'])(
    'refuses %s',
    (value) => {
      expect(readPhones(value)).toMatchObject({ phones: [], problem: { code: 'phone.invalid' } });
    },
  );

  it('puts a landline second and marks it', () => {
    expect(readPhones('0237 3000 000 / 0512345678')).toMatchObject({
      phones: [{ kind: 'mobile' }, { kind: 'landline', e164: '+842373000000' }],
    });
    expect(notes(2_373_000_000)).toEqual(['phone.lostZero', 'phone.landline']);
  });

  it('marks a number of 2022 that may be an office landline of before 2017', () => {
    expect(notes('0373.000.000')).toEqual(['phone.maybeOfficeLandline']);
    expect(notes('0379000000')).toEqual([]);
    expect(notes('01673000000')).toEqual(['phone.prefixChanged']);
  });

  it('prints and hides', () => {
    expect(printPhone('+84512345678')).toBe('0512 345 678');
    expect(printPhone('+842373000000')).toBe('0237 300 0000');
    expect(maskPhone('+84512345678')).toBe('051•••5678');
  });

  it('takes exactly the mobile prefixes in use, and 051 for invented people', () => {
    const prefixes = Array.from({ length: 1000 }, (_, i) => `0${String(i).padStart(3, '0')}`).filter(
      (prefix) => readPhones(`${prefix}000000`).phones[0]?.kind === 'mobile',
    );
    const groups = new Set(prefixes.map((prefix) => prefix.slice(0, 3)));
    for (const two of ['030', '039', '051', '056', '058', '059', '070', '076', '079', '081', '088', '090', '098'])
      expect(groups).toContain(two);
    for (const two of ['040', '050', '060', '071', '075', '080', '010']) expect(groups).not.toContain(two);
    expect(prefixes.filter((prefix) => prefix.startsWith('051'))).toHaveLength(10);
  });

  it('reads its own printing back, and the number as Excel stores it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 510_000_000, max: 519_999_999 }), (digits) => {
        const e164 = `+84${digits}`;
        expect(main(printPhone(e164))).toBe(e164);
        expect(main(digits)).toBe(e164);
        expect(main(e164)).toBe(e164);
        expect(maskPhone(e164)).not.toContain(String(digits).slice(2, 5) + String(digits).slice(5));
      }),
    );
  });
});
