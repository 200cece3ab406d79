import type { Card } from './card.ts';

/** Health, safety, authorities, and the team's own work. */
export const lifeCards: readonly Card[] = [
  {
    code: 'so_suc_khoe',
    topicCode: 'e_health',
    templates: ['NV07', 'NV18', 'NV20'],
    picture: 'heart',
    minutes: 5,
    title: { vi: 'Cài sổ sức khỏe điện tử', en: 'Installing the electronic health book' },
    steps: {
      vi: [
        'Tải ứng dụng từ kho của máy, xem đúng tên nhà phát hành là Bộ Y tế.',
        'Người dân nhập số điện thoại và tự đọc mã gửi về máy.',
        'Điền mã thẻ bảo hiểm y tế in trên thẻ.',
        'Mở thử phần lịch sử khám để chắc là đúng người.',
      ],
      en: [
        'Install from the phone’s store; the publisher must be the Ministry of Health.',
        'The person enters the number and reads the code themselves.',
        'Enter the health insurance code from the card.',
        'Open the history once to see that it is the right person.',
      ],
    },
  },
  {
    code: 'dat_lich_kham',
    topicCode: 'e_health',
    templates: ['NV18'],
    picture: 'calendar',
    minutes: 3,
    title: { vi: 'Đặt lịch khám từ xa', en: 'Booking a doctor from home' },
    steps: {
      vi: [
        'Tìm trang của bệnh viện huyện hoặc tỉnh.',
        'Chọn khoa, ngày, giờ còn trống.',
        'Mang thẻ bảo hiểm y tế và điện thoại đến đúng giờ.',
      ],
      en: [
        'Find the hospital’s own page.',
        'Choose department, day and a free hour.',
        'Bring the insurance card and the phone on time.',
      ],
    },
  },
  {
    code: 'lua_dao',
    topicCode: 'online_safety',
    templates: ['NV01', 'NV12', 'NV15'],
    picture: 'shield',
    minutes: 4,
    title: { vi: 'Nhận ra cuộc gọi, tin nhắn lừa đảo', en: 'Spotting scam calls and messages' },
    steps: {
      vi: [
        'Ai gọi đòi mã OTP, mật khẩu, chuyển tiền gấp: tắt máy.',
        'Công an, tòa án, ngân hàng không làm việc qua điện thoại kiểu đó.',
        'Không bấm đường dẫn lạ, kể cả người quen gửi: gọi lại hỏi trước.',
        'Lỡ chuyển tiền: gọi ngay ngân hàng, báo Công an xã.',
      ],
      en: [
        'Whoever asks for an OTP, a password or a fast transfer: hang up.',
        'Police, courts and banks do not work like that by phone.',
        'Open no strange links, not even from friends: call back first.',
        'If money has gone: call the bank at once and tell the police.',
      ],
    },
  },
  {
    code: 'hoc_truc_tuyen',
    topicCode: 'e_learning',
    templates: ['NV14', 'NV15', 'NV19'],
    picture: 'book',
    minutes: 4,
    title: { vi: 'Học và liên lạc với nhà trường trên mạng', en: 'Learning and talking to the school online' },
    steps: {
      vi: [
        'Hỏi nhà trường dùng ứng dụng nào để báo điểm, thu học phí.',
        'Cài trên máy của bố mẹ, để họ tự đăng nhập bằng số đã đăng ký.',
        'Mở thử một bài học, chỉnh cỡ chữ và tiếng.',
        'Hẹn con em cùng ngồi học với bố mẹ một buổi mỗi tuần.',
      ],
      en: [
        'Ask which app the school uses for marks and fees.',
        'Install it on the parents’ phone; they sign in with their own number.',
        'Open one lesson and set text size and sound.',
        'Agree on one evening a week to learn together.',
      ],
    },
  },
  {
    code: 'goi_1022',
    topicCode: 'contact_authorities',
    templates: ['NV05', 'NV06'],
    picture: 'phone',
    minutes: 3,
    title: { vi: 'Phản ánh qua tổng đài 1022', en: 'Reporting through hotline 1022' },
    steps: {
      vi: [
        'Gọi 1022 hoặc mở ứng dụng Smart Thanh Hoa, chọn Phản ánh.',
        'Nói rõ: ở đâu, việc gì, từ bao giờ. Kèm một ảnh.',
        'Giữ mã phản ánh để xem trả lời.',
      ],
      en: [
        'Call 1022 or open Smart Thanh Hoa and choose to report.',
        'Say where, what and since when; add one picture.',
        'Keep the code to read the answer.',
      ],
    },
  },
  {
    code: 'noi_truoc_hop_thon',
    topicCode: 'policy',
    templates: ['NV01', 'NV12', 'NV13', 'NV14'],
    picture: 'people',
    minutes: 4,
    title: { vi: 'Nói 5 phút trong họp thôn', en: 'Five minutes at a hamlet meeting' },
    steps: {
      vi: [
        'Chọn một việc người nghe dùng được ngay tuần này.',
        'Làm mẫu trên máy của một người ngồi dưới.',
        'Hẹn giờ, chỗ để ai cần thì đến Tổ giúp.',
        'Đếm số người dự, ghi vào kết quả ngay khi về.',
      ],
      en: [
        'Choose one thing that listeners can use this week.',
        'Show it on the phone of somebody in the audience.',
        'Say when and where the team helps.',
        'Count the people and report it when you get home.',
      ],
    },
  },
  {
    code: 'dung_dien_thoai',
    topicCode: 'it_use',
    templates: ['NV15', 'NV22'],
    picture: 'device',
    minutes: 5,
    title: { vi: 'Giúp người lớn tuổi dùng điện thoại thông minh', en: 'Helping older people with a smartphone' },
    steps: {
      vi: [
        'Phóng to chữ, tăng tiếng, xóa bớt biểu tượng trên màn hình đầu.',
        'Chỉ mỗi lần một việc, để họ tự bấm ba lần.',
        'Viết các bước ra giấy, chữ to.',
        'Hẹn lại sau ba ngày.',
      ],
      en: [
        'Enlarge the text, raise the volume, clear the first screen.',
        'One thing at a time; let them press it three times.',
        'Write the steps down in large letters.',
        'Come back after three days.',
      ],
    },
  },
  {
    code: 'zalo_nhom',
    topicCode: 'utilities',
    templates: ['NV23', 'NV04', 'NV21'],
    picture: 'group',
    minutes: 3,
    title: { vi: 'Lập nhóm Zalo của Tổ đúng tên', en: 'Setting up the team’s Zalo group' },
    steps: {
      vi: [
        'Đặt tên theo mẫu xã gửi: CNS, tên thôn, tên xã, tên huyện.',
        'Thêm đủ thành viên của Tổ và người của xã hỗ trợ.',
        'Ghim lịch giúp dân hằng tuần.',
        'Không đăng ảnh giấy tờ, số điện thoại của dân vào nhóm.',
      ],
      en: [
        'Name it by the commune’s pattern: CNS, hamlet, commune, district.',
        'Add all members and the supporter from the commune.',
        'Pin the weekly hours of help.',
        'No papers or phone numbers of citizens in the group.',
      ],
    },
  },
  {
    code: 'cong_nghe_san_xuat',
    topicCode: 'digital_skills',
    templates: ['NV11'],
    picture: 'leaf',
    minutes: 5,
    title: { vi: 'Chọn công nghệ cho việc trồng trọt, chăn nuôi', en: 'Choosing technology for the farm' },
    steps: {
      vi: [
        'Hỏi hộ mất công, mất tiền nhiều nhất ở khâu nào.',
        'Tìm mô hình gần nhà đã làm được, xin số điện thoại đến xem.',
        'Tính tiền trong một vụ: bỏ ra bao nhiêu, đỡ được bao nhiêu.',
        'Hẹn ngày hỏi lại, ghi vào kết quả.',
      ],
      en: [
        'Ask where the household loses most work or money.',
        'Find a neighbour who has done it and go to see it.',
        'Reckon one season: what it costs, what it saves.',
        'Set a day to ask again and report it.',
      ],
    },
  },
];
