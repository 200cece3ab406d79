import fc from 'fast-check';
import {
  checkGroupName,
  groupName,
  groupNameCollisions,
  guidanceTemplate,
  shortGroupName,
  templateWithoutDistrict,
} from './group-names.ts';

const minhSon = { hamlet: 'Thôn 1', commune: 'xã Minh Sơn', district: 'huyện Triệu Sơn' };
const canonical = 'CNS-Thôn 1-Xã Minh Sơn-huyện Triệu Sơn';

describe('names of the teams’ chat groups', () => {
  it('builds the canonical form', () => {
    expect(groupName(guidanceTemplate, minhSon)).toBe(canonical);
    expect(groupName(templateWithoutDistrict, minhSon)).toBe('CNS-Thôn 1-Xã Minh Sơn');
    expect(groupName(guidanceTemplate, { hamlet: 'phố Giắt', commune: 'thị trấn Triệu Sơn' })).toBe(
      'CNS-Phố Giắt-Thị trấn Triệu Sơn',
    );
  });

  it.each([
    'CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn',
    'cns - thôn 1 - xã minh sơn - Huyện Triệu Sơn',
    'CNS–Thôn 1–Xã Minh Sơn–huyện Triệu Sơn',
    canonical.normalize('NFD'),
  ])('accepts %s', (name) => {
    expect(checkGroupName(name, guidanceTemplate, minhSon)).toMatchObject({ verdict: 'right', canonical });
  });

  it('tells the exact form from an accepted one', () => {
    expect(checkGroupName(canonical, guidanceTemplate, minhSon).exact).toBe(true);
    expect(checkGroupName('CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn', guidanceTemplate, minhSon).exact).toBe(false);
  });

  it.each([
    'CNS-Thôn 10-Xã Minh Sơn-huyện Triệu Sơn',
    'CNS-Thôn 1-Xã Minh Sơn',
    'Tổ CNS thôn 1',
    'CNS-Thôn 1-Xã Mình Sơn-huyện Triệu Sơn',
    '',
  ])('refuses %j', (name) => {
    expect(checkGroupName(name, guidanceTemplate, minhSon).verdict).toBe('wrong');
  });

  it.each([
    [100, canonical],
    [38, canonical],
    [37, 'CNS-Thôn 1-Xã Minh Sơn'],
    [21, 'CNS-Thôn 1-X.Minh Sơn'],
    [20, 'CNS-T.1-X.Minh Sơn'],
    [17, null],
  ])('fits into %i characters', (max, name) => {
    expect(shortGroupName(guidanceTemplate, minhSon, max)).toBe(name);
  });

  it('never exceeds the limit and accepts its own names', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'ă', 'ế', 'n', ' ', '1'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, fc.integer({ min: 10, max: 60 }), (hamlet, commune, district, max) => {
        const parts = { hamlet: `thôn ${hamlet}`, commune: `xã ${commune}`, district: `huyện ${district}` };
        const name = shortGroupName(guidanceTemplate, parts, max);
        expect(name === null || [...name].length <= max).toBe(true);
        expect(checkGroupName(groupName(guidanceTemplate, parts), guidanceTemplate, parts)).toMatchObject({
          verdict: 'right',
          exact: true,
        });
      }),
    );
  });

  it('finds two teams with one name', () => {
    expect(
      groupNameCollisions([
        { id: 'a', name: canonical },
        { id: 'b', name: 'cns-thôn 1-xã minh sơn- huyện triệu sơn' },
        { id: 'c', name: 'CNS-Thôn 2-Xã Minh Sơn' },
      ]),
    ).toEqual([{ name: canonical, ids: ['a', 'b'] }]);
  });
});
