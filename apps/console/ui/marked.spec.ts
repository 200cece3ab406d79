import { findFolded } from './marked.tsx';

describe('the hit of a search', () => {
  it.each([
    ['Tổ Thôn 10', 'thon', 'Thôn'],
    ['Đỗ Văn Ổn', 'do van', 'Đỗ Văn'],
    ['Nguyễn Thị Ấu', 'au', 'Ấu'],
    ['Thôn\u00a01', 'thon 1', 'Thôn\u00a01'],
  ])('in %s for %s is marked in its own spelling', (text, query, hit) => {
    const at = findFolded(text, query);
    expect(at && text.slice(...at)).toBe(hit);
  });

  it('is absent where nothing matches and for an empty search', () => {
    expect(findFolded('Thôn 1', 'xóm')).toBeNull();
    expect(findFolded('Thôn 1', '  ')).toBeNull();
  });
});
