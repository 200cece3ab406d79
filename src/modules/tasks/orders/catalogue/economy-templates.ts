import type { TemplateWords } from './template-version.ts';

export const economy: TemplateWords[] = [
  {
    code: 'NV08',
    title: 'Đăng ký gian hàng trên voso.vn, postmart.vn',
    titleEn: 'Register shops on voso.vn, postmart.vn',
    section: '2.2, Kinh tế số, ý 1',
    pillar: 'digital_economy',
    indicators: ['KT02', 'KT01'],
    evidence: ['count', 'link'],
    suggestion:
      'Đến các hộ có hàng bán quanh năm, giúp mở gian hàng trên voso.vn hoặc postmart.vn, đăng ít nhất một sản phẩm. Ghi đường dẫn gian hàng.',
    guide: [
      'Chọn hộ có hàng đều và muốn bán.',
      'Chuẩn bị ảnh sản phẩm, giá, cách giao.',
      'Mở tài khoản bằng số điện thoại của chủ hộ.',
      'Đăng một sản phẩm, xem lại trên máy khác.',
      'Chép đường dẫn gian hàng vào kết quả.',
    ],
  },
  {
    code: 'NV09',
    title: 'Đưa 100% sản phẩm OCOP của thôn lên sàn',
    titleEn: 'Put every OCOP product on a marketplace',
    section: '2.2, Kinh tế số, ý 2',
    pillar: 'digital_economy',
    indicators: ['KT04', 'KT03', 'KT05'],
    evidence: ['count', 'link', 'photo'],
    suggestion:
      'Cùng các hộ còn lại chụp ảnh, viết giới thiệu và đăng sản phẩm OCOP lên postmart.vn hoặc voso.vn, đủ tất cả sản phẩm của thôn. Ghi đường dẫn từng sản phẩm.',
    guide: [
      'Xem danh sách sản phẩm còn thiếu.',
      'Hẹn chủ hộ, mang giấy chứng nhận OCOP.',
      'Chụp ba ảnh: toàn sản phẩm, nhãn, nơi làm.',
      'Viết giới thiệu năm dòng, ghi số sao.',
      'Đăng lên sàn, kiểm tra lại giá.',
      'Chép đường dẫn vào kết quả.',
    ],
  },
  {
    code: 'NV10',
    title: 'Quảng bá sản phẩm trên trang web, sàn, Zalo, Facebook',
    titleEn: 'Promote products online',
    section: '2.2, Kinh tế số, ý 3',
    pillar: 'digital_economy',
    indicators: ['KT08', 'KT07'],
    evidence: ['count', 'link', 'photo'],
    suggestion:
      'Giúp các hộ viết bài và đăng ảnh sản phẩm lên Zalo, Facebook hoặc sàn, trả lời người hỏi mua. Ghi đường dẫn bài đăng.',
    guide: [
      'Chọn ảnh rõ, đủ sáng.',
      'Viết tên, giá, nơi bán, số của chủ hộ.',
      'Đăng và chỉ cách trả lời tin nhắn.',
      'Chép đường dẫn bài đăng.',
    ],
  },
  {
    code: 'NV11',
    title: 'Chọn và dùng công nghệ số trong sản xuất, kinh doanh',
    titleEn: 'Choose and use digital tools in production',
    section: '2.2, Kinh tế số, ý 4',
    pillar: 'digital_economy',
    indicators: ['KT09'],
    evidence: ['count', 'photo'],
    suggestion:
      'Đến hộ sản xuất, kinh doanh hỏi đang vướng chỗ nào, giúp dùng một công cụ hợp với nhà mình: mã QR nhận tiền, hóa đơn điện tử, tem truy xuất, sổ bán hàng. Ghi số hộ đã dùng được.',
    guide: [
      'Hỏi việc nào mất công nhất.',
      'Chọn một công cụ, cài và làm thử.',
      'Hẹn quay lại sau một tuần.',
      'Ghi hộ nào dùng công cụ gì.',
    ],
  },
];
