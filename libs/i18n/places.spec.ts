import { placeInside } from './places.ts';

describe('placeInside', () => {
  it('lowers the word of the kind and nothing else', () => {
    expect(['Xã Minh Sơn', 'Thị trấn Nưa', 'Thôn 1', 'Khu phố Tân Xuân'].map(placeInside)).toEqual([
      'xã Minh Sơn',
      'thị trấn Nưa',
      'thôn 1',
      'khu phố Tân Xuân',
    ]);
  });

  it('leaves a name that only begins alike', () => {
    expect(placeInside('Xãm')).toBe('Xãm');
  });
});
