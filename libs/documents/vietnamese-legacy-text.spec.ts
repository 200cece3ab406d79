import fc from 'fast-check';
import { decodeLegacy, readsAsVietnamese } from './vietnamese-legacy-text.ts';

describe('text typed with old fonts', () => {
  it.each([
    ['NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
    ['TrÞnh §×nh C\u00adêng', 'Trịnh Đình Cường'],
    ['Tæ tr\u00adëng - Th«n', 'Tổ trưởng - Thôn'],
  ])('reads %s as TCVN3 by its words alone', (typed, meant) => {
    expect(decodeLegacy(typed)).toEqual({ text: meant, encoding: 'tcvn3', sure: true });
  });

  it.each([
    ['Leâ Vaên Höõu', 'Lê Văn Hữu'],
    ['Nguyeãn Thò Höông', 'Nguyễn Thị Hương'],
    ['Ñoã Ñình Thuûy', 'Đỗ Đình Thủy'],
    ['NGUYEÃN VAÊN ÑÖÙC', 'NGUYỄN VĂN ĐỨC'],
  ])('reads %s as VNI', (typed, meant) => {
    expect(decodeLegacy(typed, 'VNI-Times')?.text).toBe(meant);
    expect(decodeLegacy(typed)).toMatchObject({ text: meant, encoding: 'vni' });
  });

  it('writes capitals for the capital font', () => {
    expect(decodeLegacy('lª thÞ hîi', '.VnTimeH')?.text).toBe('LÊ THỊ HỢI');
    expect(decodeLegacy('TRINH', '.VnTimeH')).toBeNull();
  });

  it.each(['Lê Văn Thịnh', 'Ðỗ Thị Ổn', 'Hoàng', 'LÊ THỊ HỢI', 'CHT PN', 'Thôn 1', 'Tạ Quý Đôn'.normalize('NFD')])(
    'leaves %s alone',
    (text) => {
      expect(decodeLegacy(text)).toBeNull();
    },
  );

  it('asks when the text reads both ways and only the font speaks', () => {
    expect(decodeLegacy('Lê Tú', '.VnTime')).toMatchObject({ sure: false });
  });

  it('leaves Unicode alone in a cell with an old font', () => {
    expect(decodeLegacy('Lê Thị Hợi', '.VnTime')).toBeNull();
  });

  it('gives back what was typed, for any Vietnamese name in TCVN3', () => {
    const letters = [...'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ'];
    const codes = [...'¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®¡¢£¤¥¦§'];
    expect(codes).toHaveLength(letters.length);
    fc.assert(
      fc.property(fc.array(fc.nat(letters.length - 1), { minLength: 1, maxLength: 12 }), (picks) => {
        const typed = picks.map((i) => codes[i]).join(' ');
        // 'ý' has the same code in both: a text of nothing else needs no decoding.
        expect(decodeLegacy(typed, '.VnTime')?.text ?? typed).toBe(picks.map((i) => letters[i]).join(' '));
      }),
    );
  });

  it('knows Vietnamese syllables from noise', () => {
    expect(['Nguyễn Khuyến', 'Quý Đôn', 'ương ngạnh', 'Thuở xưa', 'Huỳnh'].every(readsAsVietnamese)).toBe(true);
    expect(['NguyÔn', 'Vaên', 'TrÞnh', 'Höõu'].some(readsAsVietnamese)).toBe(false);
  });
});
