import type { Card } from './card.ts';

/** Public services, payment, marketplaces. */
export const serviceCards: readonly Card[] = [
  {
    code: 'nop_ho_so',
    topicCode: 'public_services',
    templates: ['NV02', 'NV03'],
    picture: 'browser',
    minutes: 6,
    title: { vi: 'Nộp một hồ sơ trên Cổng dịch vụ công', en: 'Filing one application on the public service portal' },
    steps: {
      vi: [
        'Mở dichvucong.gov.vn, bấm Đăng nhập, chọn tài khoản định danh của người dân.',
        'Gõ tên thủ tục vào ô tìm, chọn đúng cơ quan của xã hoặc huyện.',
        'Điền tờ khai cùng người dân, chụp giấy tờ đủ bốn góc.',
        'Bấm Nộp hồ sơ, ghi lại mã hồ sơ đưa cho người dân giữ.',
        'Không hỏi và không giữ mật khẩu, mã OTP của ai.',
      ],
      en: [
        'Open dichvucong.gov.vn, press sign in, let the person use their own identity account.',
        'Search the procedure by name and choose the right office.',
        'Fill the form together; photograph papers with all four corners.',
        'Submit, and give the file’s code to the person.',
        'Never ask for or keep anybody’s password or OTP.',
      ],
    },
  },
  {
    code: 'dang_ky_dinh_danh',
    topicCode: 'public_services',
    templates: ['NV03', 'NV06'],
    picture: 'id',
    minutes: 5,
    title: { vi: 'Giúp người dân đăng nhập lần đầu', en: 'A citizen’s first sign-in' },
    steps: {
      vi: [
        'Hỏi người dân đã có tài khoản VNeID chưa. Chưa có thì mời ra Công an xã.',
        'Có rồi: mở ứng dụng trên máy của họ, để họ tự gõ mật khẩu.',
        'Đặt lại mật khẩu khi quên: làm theo hướng dẫn trong ứng dụng, không làm hộ trên máy mình.',
        'Thử đăng nhập Cổng dịch vụ công một lần trước khi về.',
      ],
      en: [
        'Ask whether they have a VNeID account; if not, send them to the commune police.',
        'If they have, open the app on their phone and let them type the password.',
        'A forgotten password is reset in the app, never on your own phone.',
        'Try one sign-in to the portal before you leave.',
      ],
    },
  },
  {
    code: 'mo_tai_khoan',
    topicCode: 'e_payment',
    templates: ['NV16', 'NV17'],
    picture: 'wallet',
    minutes: 6,
    title: { vi: 'Mở tài khoản thanh toán điện tử', en: 'Opening an e-payment account' },
    steps: {
      vi: [
        'Để người dân tự chọn ngân hàng hoặc ví.',
        'Người dân tự chụp giấy tờ và khuôn mặt trên máy của họ.',
        'Đặt mật khẩu riêng, không ghi ra giấy dán sau máy.',
        'Thử một khoản nhỏ: nạp điện thoại hoặc trả tiền điện.',
        'Chỉ ghi số tài khoản mở được, không ghi số tài khoản.',
      ],
      en: [
        'Let the person choose the bank or wallet.',
        'They photograph papers and face on their own phone.',
        'They set a password of their own and do not tape it to the phone.',
        'Try a small payment: a phone top-up or the electricity bill.',
        'Report how many accounts were opened, never the account numbers.',
      ],
    },
  },
  {
    code: 'tra_tien_dien',
    topicCode: 'e_payment',
    templates: ['NV17', 'NV19'],
    picture: 'bill',
    minutes: 4,
    title: { vi: 'Trả tiền điện, nước, học phí không dùng tiền mặt', en: 'Paying bills without cash' },
    steps: {
      vi: [
        'Mở ứng dụng ngân hàng hoặc ví, chọn Thanh toán hóa đơn.',
        'Gõ mã khách hàng in trên hóa đơn cũ.',
        'Đọc to tên và số tiền hiện ra trước khi bấm trả.',
        'Lưu ảnh biên nhận trong máy của người dân.',
      ],
      en: [
        'Open the bank’s app or wallet and choose bill payment.',
        'Type the customer code from an old bill.',
        'Read name and amount aloud before paying.',
        'Keep the receipt as a picture on the person’s phone.',
      ],
    },
  },
  {
    code: 'anh_san_pham',
    topicCode: 'e_commerce',
    templates: ['NV08', 'NV09', 'NV10'],
    picture: 'camera',
    minutes: 4,
    title: { vi: 'Chụp ảnh nông sản để bán', en: 'Photographing farm products for sale' },
    steps: {
      vi: [
        'Chụp gần cửa sổ, ban ngày, không bật đèn.',
        'Nền trơn: tờ giấy trắng hoặc lá chuối sạch.',
        'Ba ảnh: cả gói, cận sản phẩm, mặt sau có hạn dùng.',
        'Lau ống kính trước khi chụp.',
      ],
      en: [
        'Take pictures near a window by daylight, without flash.',
        'A plain background: white paper or a clean banana leaf.',
        'Three pictures: the pack, a close view, the back with the date.',
        'Wipe the lens first.',
      ],
    },
  },
  {
    code: 'gian_hang',
    topicCode: 'e_commerce',
    templates: ['NV08', 'NV09'],
    picture: 'shop',
    minutes: 7,
    title: { vi: 'Đăng gian hàng trên postmart.vn, voso.vn', en: 'Opening a shop on postmart.vn or voso.vn' },
    steps: {
      vi: [
        'Chuẩn bị: ảnh sản phẩm, giá, trọng lượng, số điện thoại của hộ.',
        'Vào trang bán hàng, chọn Đăng ký bán, điền tên hộ như trong giấy.',
        'Viết mô tả ba câu: trồng ở đâu, dùng thế nào, giữ được bao lâu.',
        'Hỏi nhân viên bưu điện cách gửi hàng và tiền thu hộ.',
        'Gửi đường dẫn gian hàng làm minh chứng.',
      ],
      en: [
        'Have pictures, price, weight and the household’s phone ready.',
        'Choose to register as a seller and enter the household’s name as on its papers.',
        'Describe it in three sentences: where grown, how used, how long it keeps.',
        'Ask the post about shipping and cash on delivery.',
        'Send the shop’s link as evidence.',
      ],
    },
  },
  {
    code: 'ban_hang_zalo',
    topicCode: 'e_commerce',
    templates: ['NV10'],
    picture: 'chat',
    minutes: 4,
    title: { vi: 'Giới thiệu sản phẩm trên Zalo, Facebook', en: 'Showing products on Zalo and Facebook' },
    steps: {
      vi: [
        'Đăng từ tài khoản của hộ, không đăng thay bằng tài khoản của Tổ.',
        'Ảnh thật, giá thật, nơi nhận hàng.',
        'Trả lời người hỏi trong ngày.',
        'Không đăng số căn cước, giấy tờ trong ảnh.',
      ],
      en: [
        'Post from the household’s own account.',
        'Real pictures, real prices, where to collect.',
        'Answer within the day.',
        'No identity papers in pictures.',
      ],
    },
  },
];
