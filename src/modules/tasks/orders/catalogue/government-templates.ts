import type { TemplateWords } from './template-version.ts';

/** Decree 42/2022 replaced "level 3, 4" by "partly" and "fully online". */
const fullyOnline = '2022-08-15';

export const communication: TemplateWords[] = [
  {
    code: 'NV01',
    title: 'Tuyên truyền chủ trương, chính sách, pháp luật về chuyển đổi số',
    titleEn: 'Inform people of policies and law on digital transformation',
    section: '2.1',
    pillar: 'communication',
    indicators: ['TT02', 'TT01', 'TT03', 'TT04'],
    evidence: ['count', 'photo'],
    suggestion:
      'Trong kỳ này Tổ tổ chức một buổi tại nhà văn hóa, nói cho bà con chuyển đổi số là gì, được lợi gì, làm những việc nào trước. Ghi số người dự và chụp một ảnh buổi nói chuyện.',
    guide: [
      'Hẹn ngày, giờ với Trưởng thôn và báo trên loa.',
      'Nói ba điều: nộp hồ sơ trên mạng, thanh toán không tiền mặt, tránh lừa đảo.',
      'Làm mẫu một việc trên điện thoại cho bà con xem.',
      'Đếm số người dự, chụp một ảnh chung.',
      'Ghi kết quả ngay trong ngày.',
    ],
  },
];

export const government: TemplateWords[] = [
  {
    code: 'NV02',
    title: 'Tuyên truyền sử dụng dịch vụ công trực tuyến, làm việc với chính quyền trên môi trường số',
    titleEn: 'Raise awareness of online public services',
    section: '2.2, Chính quyền số, ý 1',
    pillar: 'digital_government',
    indicators: ['CQ01', 'TT01', 'TT02'],
    evidence: ['count', 'photo'],
    suggestion:
      'Đến từng ngõ hoặc nói trong họp thôn để bà con biết hồ sơ nào nộp được trên mạng, vào trang nào, ai giúp. Ghi số người được nói chuyện.',
    guide: [
      'Mang theo danh sách thủ tục hay dùng của xã.',
      'Chỉ địa chỉ cổng dịch vụ công và cách tìm thủ tục.',
      'Ai cần nộp ngay thì hẹn giờ giúp.',
      'Ghi số người đã hướng dẫn.',
    ],
  },
  {
    code: 'NV03',
    title: 'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến mức độ 3, 4',
    titleEn: 'Help people file applications online (levels 3 and 4)',
    section: '2.2, Chính quyền số, ý 2',
    pillar: 'digital_government',
    indicators: ['CQ02', 'CQ01', 'CQ03'],
    evidence: ['count', 'application_codes', 'photo'],
    suggestion:
      'Giúp bà con nộp hồ sơ trực tuyến mức độ 3, 4: cùng ngồi làm trên điện thoại hoặc máy của nhà văn hóa, ghi lại 4 số cuối mã hồ sơ để xã đối chiếu.',
    guide: [
      'Hỏi bà con cần làm giấy tờ gì, tìm đúng thủ tục.',
      'Giúp đăng nhập; không hỏi và không giữ mật khẩu, mã OTP.',
      'Chụp giấy tờ bằng máy của bà con, không lưu ở máy mình.',
      'Nộp xong ghi 4 số cuối của mã hồ sơ.',
      'Dặn ngày trả kết quả.',
      'Ghi kết quả: mỗi hồ sơ tính 1.',
    ],
  },
  {
    code: 'NV03',
    title: 'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến (toàn trình, một phần)',
    titleEn: 'Help people file applications online (fully or partly online)',
    section: '2.2, Chính quyền số, ý 2',
    pillar: 'digital_government',
    indicators: ['CQ02', 'CQ01', 'CQ03'],
    evidence: ['count', 'application_codes', 'photo'],
    from: fullyOnline,
    suggestion:
      'Giúp bà con nộp hồ sơ trực tuyến toàn trình hoặc một phần: cùng ngồi làm trên điện thoại hoặc máy của nhà văn hóa, ghi lại 4 số cuối mã hồ sơ để xã đối chiếu.',
    guide: [
      'Hỏi bà con cần làm giấy tờ gì, tìm đúng thủ tục.',
      'Giúp đăng nhập; không hỏi và không giữ mật khẩu, mã OTP.',
      'Chụp giấy tờ bằng máy của bà con, không lưu ở máy mình.',
      'Nộp xong ghi 4 số cuối của mã hồ sơ.',
      'Dặn ngày trả kết quả.',
      'Ghi kết quả: mỗi hồ sơ tính 1.',
    ],
  },
  {
    code: 'NV04',
    // Since COVID-19 is a disease of group B (decision 3896/QĐ-BYT of 19 October 2023) nobody declares by an application.
    until: '2023-10-20',
    title: 'Cài PC-Covid, ứng dụng phòng dịch',
    titleEn: 'Install epidemic-prevention apps',
    section: '2.2, Chính quyền số, ý 3',
    pillar: 'digital_government',
    indicators: ['CQ06'],
    evidence: ['count', 'photo'],
    suggestion: 'Giúp bà con có điện thoại thông minh cài ứng dụng phòng dịch và khai báo lần đầu. Ghi số máy đã cài.',
    guide: [
      'Chỉ cài từ kho ứng dụng chính thức.',
      'Giúp khai báo lần đầu, không nhận mã OTP hộ.',
      'Chỉ cách mở mã QR.',
      'Ghi số máy đã cài.',
    ],
  },
  {
    code: 'NV05',
    title: 'Cài và dùng Tổng đài 1022 để phản ánh, kiến nghị',
    titleEn: 'Install and use the 1022 hotline',
    section: '2.2, Chính quyền số, ý 3',
    pillar: 'digital_government',
    indicators: ['CQ06', 'CQ07'],
    evidence: ['count', 'application_codes'],
    suggestion:
      'Giúp bà con cài ứng dụng 1022 và gửi thử một phản ánh có thật của thôn. Ghi số máy đã cài và mã phản ánh.',
    guide: [
      'Cài ứng dụng từ kho chính thức.',
      'Chọn một việc có thật: đèn đường, rác, đường hỏng.',
      'Gửi phản ánh kèm ảnh.',
      'Ghi mã phản ánh để theo dõi trả lời.',
    ],
  },
  {
    code: 'NV06',
    title: 'Cài và dùng Smart Thanh Hoa',
    titleEn: 'Install and use Smart Thanh Hoa',
    section: '2.2, Chính quyền số, ý 3',
    pillar: 'digital_government',
    indicators: ['CQ06'],
    evidence: ['count'],
    suggestion: 'Giúp bà con cài Smart Thanh Hoa, chỉ chỗ xem tin của tỉnh và tra hồ sơ. Ghi số máy đã cài.',
    guide: ['Cài từ kho ứng dụng chính thức.', 'Chỉ ba chỗ hay dùng: tin, tra hồ sơ, phản ánh.', 'Ghi số máy đã cài.'],
  },
];
