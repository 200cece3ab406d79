/**
 * The catalogue of task templates: the 22 pieces of work of section 2 of the district's guidance of 2022, and five that
 * follow from its sections 3, 4 and 6. Wording is dated: change it by adding a version with a later `from`, and the
 * loader closes the one before on that day.
 */
import type { EvidenceKind, Pillar } from '#contracts/enums';

export interface TemplateVersion {
  code: string;
  title: string;
  titleEn: string;
  /** The bullet of the guidance that asks for it. */
  section: string;
  pillar: Pillar;
  /** Indicator codes; the first one that can be counted is offered as target. */
  indicators: readonly string[];
  evidence: readonly EvidenceKind[];
  /** The concrete work, written as one would say it to a team leader. */
  suggestion: string;
  guide: readonly string[];
  /** First day on which this wording holds. */
  from: string;
}

/** Day of official letter 577, which the guidance carries out. */
const start = '2022-03-28';
/** Decree 42/2022 replaced "level 3, 4" by "partly" and "fully online". */
const fullyOnline = '2022-08-15';

type Parts = Omit<TemplateVersion, 'from'> & { from?: string };
const version = (parts: Parts): TemplateVersion => ({ from: start, ...parts });

const communication: Parts[] = [
  {
    code: 'NV01', title: 'Tuyên truyền chủ trương, chính sách, pháp luật về chuyển đổi số', titleEn: 'Inform people of policies and law on digital transformation', section: '2.1', pillar: 'communication', indicators: ['TT02', 'TT01', 'TT03', 'TT04'], evidence: ['count', 'photo'],
    suggestion: 'Trong kỳ này Tổ tổ chức một buổi tại nhà văn hóa, nói cho bà con chuyển đổi số là gì, được lợi gì, làm những việc nào trước. Ghi số người dự và chụp một ảnh buổi nói chuyện.',
    guide: ['Hẹn ngày, giờ với Trưởng thôn và báo trên loa.', 'Nói ba điều: nộp hồ sơ trên mạng, thanh toán không tiền mặt, tránh lừa đảo.', 'Làm mẫu một việc trên điện thoại cho bà con xem.', 'Đếm số người dự, chụp một ảnh chung.', 'Ghi kết quả ngay trong ngày.'],
  },
];

const government: Parts[] = [
  {
    code: 'NV02', title: 'Tuyên truyền sử dụng dịch vụ công trực tuyến, làm việc với chính quyền trên môi trường số', titleEn: 'Raise awareness of online public services', section: '2.2, Chính quyền số, ý 1', pillar: 'digital_government', indicators: ['CQ01', 'TT01', 'TT02'], evidence: ['count', 'photo'],
    suggestion: 'Đến từng ngõ hoặc nói trong họp thôn để bà con biết hồ sơ nào nộp được trên mạng, vào trang nào, ai giúp. Ghi số người được nói chuyện.',
    guide: ['Mang theo danh sách thủ tục hay dùng của xã.', 'Chỉ địa chỉ cổng dịch vụ công và cách tìm thủ tục.', 'Ai cần nộp ngay thì hẹn giờ giúp.', 'Ghi số người đã hướng dẫn.'],
  },
  {
    code: 'NV03', title: 'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến mức độ 3, 4', titleEn: 'Help people file applications online (levels 3 and 4)', section: '2.2, Chính quyền số, ý 2', pillar: 'digital_government', indicators: ['CQ02', 'CQ01', 'CQ03'], evidence: ['count', 'application_codes', 'photo'],
    suggestion: 'Giúp bà con nộp hồ sơ trực tuyến mức độ 3, 4: cùng ngồi làm trên điện thoại hoặc máy của nhà văn hóa, ghi lại 4 số cuối mã hồ sơ để xã đối chiếu.',
    guide: ['Hỏi bà con cần làm giấy tờ gì, tìm đúng thủ tục.', 'Giúp đăng nhập; không hỏi và không giữ mật khẩu, mã OTP.', 'Chụp giấy tờ bằng máy của bà con, không lưu ở máy mình.', 'Nộp xong ghi 4 số cuối của mã hồ sơ.', 'Dặn ngày trả kết quả.', 'Ghi kết quả: mỗi hồ sơ tính 1.'],
  },
  {
    code: 'NV03', title: 'Hướng dẫn nộp hồ sơ dịch vụ công trực tuyến (toàn trình, một phần)', titleEn: 'Help people file applications online (fully or partly online)', section: '2.2, Chính quyền số, ý 2', pillar: 'digital_government', indicators: ['CQ02', 'CQ01', 'CQ03'], evidence: ['count', 'application_codes', 'photo'], from: fullyOnline,
    suggestion: 'Giúp bà con nộp hồ sơ trực tuyến toàn trình hoặc một phần: cùng ngồi làm trên điện thoại hoặc máy của nhà văn hóa, ghi lại 4 số cuối mã hồ sơ để xã đối chiếu.',
    guide: ['Hỏi bà con cần làm giấy tờ gì, tìm đúng thủ tục.', 'Giúp đăng nhập; không hỏi và không giữ mật khẩu, mã OTP.', 'Chụp giấy tờ bằng máy của bà con, không lưu ở máy mình.', 'Nộp xong ghi 4 số cuối của mã hồ sơ.', 'Dặn ngày trả kết quả.', 'Ghi kết quả: mỗi hồ sơ tính 1.'],
  },
  {
    code: 'NV04', title: 'Cài PC-Covid, ứng dụng phòng dịch', titleEn: 'Install epidemic-prevention apps', section: '2.2, Chính quyền số, ý 3', pillar: 'digital_government', indicators: ['CQ06'], evidence: ['count', 'photo'],
    suggestion: 'Giúp bà con có điện thoại thông minh cài ứng dụng phòng dịch và khai báo lần đầu. Ghi số máy đã cài.',
    guide: ['Chỉ cài từ kho ứng dụng chính thức.', 'Giúp khai báo lần đầu, không nhận mã OTP hộ.', 'Chỉ cách mở mã QR.', 'Ghi số máy đã cài.'],
  },
  {
    code: 'NV05', title: 'Cài và dùng Tổng đài 1022 để phản ánh, kiến nghị', titleEn: 'Install and use the 1022 hotline', section: '2.2, Chính quyền số, ý 3', pillar: 'digital_government', indicators: ['CQ06', 'CQ07'], evidence: ['count', 'application_codes'],
    suggestion: 'Giúp bà con cài ứng dụng 1022 và gửi thử một phản ánh có thật của thôn. Ghi số máy đã cài và mã phản ánh.',
    guide: ['Cài ứng dụng từ kho chính thức.', 'Chọn một việc có thật: đèn đường, rác, đường hỏng.', 'Gửi phản ánh kèm ảnh.', 'Ghi mã phản ánh để theo dõi trả lời.'],
  },
  {
    code: 'NV06', title: 'Cài và dùng Smart Thanh Hoa', titleEn: 'Install and use Smart Thanh Hoa', section: '2.2, Chính quyền số, ý 3', pillar: 'digital_government', indicators: ['CQ06'], evidence: ['count'],
    suggestion: 'Giúp bà con cài Smart Thanh Hoa, chỉ chỗ xem tin của tỉnh và tra hồ sơ. Ghi số máy đã cài.',
    guide: ['Cài từ kho ứng dụng chính thức.', 'Chỉ ba chỗ hay dùng: tin, tra hồ sơ, phản ánh.', 'Ghi số máy đã cài.'],
  },
];

const economy: Parts[] = [
  {
    code: 'NV08', title: 'Đăng ký gian hàng trên voso.vn, postmart.vn', titleEn: 'Register shops on voso.vn, postmart.vn', section: '2.2, Kinh tế số, ý 1', pillar: 'digital_economy', indicators: ['KT02', 'KT01'], evidence: ['count', 'link'],
    suggestion: 'Đến các hộ có hàng bán quanh năm, giúp mở gian hàng trên voso.vn hoặc postmart.vn, đăng ít nhất một sản phẩm. Ghi đường dẫn gian hàng.',
    guide: ['Chọn hộ có hàng đều và muốn bán.', 'Chuẩn bị ảnh sản phẩm, giá, cách giao.', 'Mở tài khoản bằng số điện thoại của chủ hộ.', 'Đăng một sản phẩm, xem lại trên máy khác.', 'Chép đường dẫn gian hàng vào kết quả.'],
  },
  {
    code: 'NV09', title: 'Đưa 100% sản phẩm OCOP của thôn lên sàn', titleEn: 'Put every OCOP product on a marketplace', section: '2.2, Kinh tế số, ý 2', pillar: 'digital_economy', indicators: ['KT04', 'KT03', 'KT05'], evidence: ['count', 'link', 'photo'],
    suggestion: 'Cùng các hộ còn lại chụp ảnh, viết giới thiệu và đăng sản phẩm OCOP lên postmart.vn hoặc voso.vn, đủ tất cả sản phẩm của thôn. Ghi đường dẫn từng sản phẩm.',
    guide: ['Xem danh sách sản phẩm còn thiếu.', 'Hẹn chủ hộ, mang giấy chứng nhận OCOP.', 'Chụp ba ảnh: toàn sản phẩm, nhãn, nơi làm.', 'Viết giới thiệu năm dòng, ghi số sao.', 'Đăng lên sàn, kiểm tra lại giá.', 'Chép đường dẫn vào kết quả.'],
  },
  {
    code: 'NV10', title: 'Quảng bá sản phẩm trên trang web, sàn, Zalo, Facebook', titleEn: 'Promote products online', section: '2.2, Kinh tế số, ý 3', pillar: 'digital_economy', indicators: ['KT08', 'KT07'], evidence: ['count', 'link', 'photo'],
    suggestion: 'Giúp các hộ viết bài và đăng ảnh sản phẩm lên Zalo, Facebook hoặc sàn, trả lời người hỏi mua. Ghi đường dẫn bài đăng.',
    guide: ['Chọn ảnh rõ, đủ sáng.', 'Viết tên, giá, nơi bán, số của chủ hộ.', 'Đăng và chỉ cách trả lời tin nhắn.', 'Chép đường dẫn bài đăng.'],
  },
  {
    code: 'NV11', title: 'Chọn và dùng công nghệ số trong sản xuất, kinh doanh', titleEn: 'Choose and use digital tools in production', section: '2.2, Kinh tế số, ý 4', pillar: 'digital_economy', indicators: ['KT09'], evidence: ['count', 'photo'],
    suggestion: 'Đến hộ sản xuất, kinh doanh hỏi đang vướng chỗ nào, giúp dùng một công cụ hợp với nhà mình: mã QR nhận tiền, hóa đơn điện tử, tem truy xuất, sổ bán hàng. Ghi số hộ đã dùng được.',
    guide: ['Hỏi việc nào mất công nhất.', 'Chọn một công cụ, cài và làm thử.', 'Hẹn quay lại sau một tuần.', 'Ghi hộ nào dùng công cụ gì.'],
  },
];

const outreach: Parts[] = [
  {
    code: 'NV12', title: 'Tuyên truyền tại họp thôn, bản, khu phố', titleEn: 'Outreach at hamlet meetings', section: '2.2, Xã hội số, ý 1', pillar: 'digital_society', indicators: ['TT02', 'TT01'], evidence: ['count', 'minutes', 'photo'],
    suggestion: 'Xin 15 phút trong họp thôn gần nhất để nói và làm mẫu một kỹ năng số. Ghi số người dự, kèm biên bản hoặc ảnh.',
    guide: ['Xin Trưởng thôn đưa vào chương trình họp.', 'Chọn một kỹ năng, làm mẫu trên điện thoại.', 'Phát tờ hướng dẫn nếu có.', 'Ghi số người dự.'],
  },
  {
    code: 'NV13', title: 'Tuyên truyền qua Đoàn Thanh niên, Phụ nữ, Cựu chiến binh, Nông dân', titleEn: 'Outreach through the mass organisations', section: '2.2, Xã hội số, ý 1', pillar: 'digital_society', indicators: ['TT02', 'TT01'], evidence: ['count', 'photo'],
    suggestion: 'Bàn với một chi hội, chi đoàn trong thôn làm một buổi sinh hoạt về kỹ năng số. Ghi tên đoàn thể và số người dự.',
    guide: ['Hẹn với chi hội trưởng hoặc bí thư chi đoàn.', 'Chọn kỹ năng hợp với hội viên.', 'Làm mẫu rồi cho từng người làm thử.', 'Ghi tên đoàn thể và số người dự.'],
  },
  {
    code: 'NV14', title: 'Tuyên truyền qua học sinh, trường học', titleEn: 'Outreach through pupils and schools', section: '2.2, Xã hội số, ý 1', pillar: 'digital_society', indicators: ['TT02', 'TT01'], evidence: ['count', 'minutes'],
    suggestion: 'Xin nhà trường một tiết sinh hoạt để hướng dẫn học sinh, nhờ các em về chỉ lại cho ông bà, bố mẹ. Không chụp cận mặt các em.',
    guide: ['Xin phép nhà trường trước.', 'Giao các em một việc nhỏ làm cùng gia đình.', 'Không chụp cận mặt học sinh.', 'Xin nhà trường xác nhận số em dự.'],
  },
];

const skills: Parts[] = [
  {
    code: 'NV15', title: 'Hướng dẫn dùng internet, ứng dụng thông minh, học trực tuyến', titleEn: 'Teach internet, apps and online learning', section: '2.2, Xã hội số, ý 2', pillar: 'digital_society', indicators: ['XH10', 'XH07', 'CQ01', 'XH01'], evidence: ['count', 'photo'],
    suggestion: 'Mở buổi kèm tại nhà văn hóa, mỗi người tập ít nhất một kỹ năng đến khi tự làm được. Ghi số người đã làm được.',
    guide: ['Hỏi mỗi người muốn tập gì.', 'Một người kèm nhiều nhất ba người.', 'Cho tự làm lại một mình.', 'Ghi số người đã làm được và kỹ năng.'],
  },
  {
    code: 'NV16', title: 'Mở tài khoản thanh toán điện tử', titleEn: 'Open e-payment accounts', section: '2.2, Xã hội số, ý 3', pillar: 'digital_society', indicators: ['XH02', 'XH03'], evidence: ['count'],
    suggestion: 'Giúp bà con mở tài khoản ngân hàng, ví hoặc tiền di động tại nhà hoặc tại điểm giao dịch. Chỉ ghi số đếm, không ghi số tài khoản.',
    guide: ['Bà con tự cầm máy và giấy tờ của mình.', 'Không hỏi, không giữ mã OTP, mật khẩu.', 'Chuyển thử 1.000 đồng.', 'Ghi số tài khoản mở mới: chỉ ghi số đếm.'],
  },
  {
    code: 'NV17', title: 'Thanh toán điện, nước, viễn thông không dùng tiền mặt', titleEn: 'Pay electricity, water and telecom bills cashless', section: '2.2, Xã hội số, ý 4', pillar: 'digital_society', indicators: ['XH04', 'XH01'], evidence: ['count'],
    suggestion: 'Đến các hộ còn trả tiền mặt, giúp trả hóa đơn tháng này qua ứng dụng ngân hàng hoặc ví và đặt nhắc cho tháng sau. Ghi số hộ theo dịch vụ.',
    guide: ['Hỏi hộ nào còn trả tiền mặt.', 'Lấy mã khách hàng trên hóa đơn cũ.', 'Trả thử hóa đơn tháng này.', 'Đặt nhắc hoặc trả tự động.', 'Ghi số hộ.'],
  },
  {
    code: 'NV07', title: 'Cài sổ sức khỏe điện tử', titleEn: 'Install the electronic health book', section: '2.2, Chính quyền số, ý 3', pillar: 'digital_society', indicators: ['XH05', 'XH06'], evidence: ['count'],
    suggestion: 'Giúp bà con cài sổ sức khỏe điện tử và xem được mũi tiêm, lịch khám của nhà mình. Ghi số lượt đã giúp.',
    guide: ['Cài từ kho ứng dụng chính thức.', 'Đăng nhập bằng số của chủ máy.', 'Thêm người trong nhà nếu cần.', 'Ghi số lượt.'],
  },
  {
    code: 'NV18', title: 'Y tế số: khám từ xa, đặt lịch khám, trả viện phí', titleEn: 'E-health: remote care, booking, fees', section: '2.2, Xã hội số, ý 4', pillar: 'digital_society', indicators: ['XH05', 'XH06'], evidence: ['count'],
    suggestion: 'Chỉ bà con đặt lịch khám, khám từ xa và trả viện phí trên điện thoại. Ghi số lượt, không ghi bệnh.',
    guide: ['Hỏi Trạm Y tế xã lịch và ứng dụng đang dùng.', 'Làm mẫu đặt lịch khám.', 'Không hỏi, không ghi bệnh của bà con.', 'Ghi số lượt.'],
  },
  {
    code: 'NV19', title: 'Giáo dục số: liên lạc nhà trường, đóng học phí', titleEn: 'E-education: school contact, tuition', section: '2.2, Xã hội số, ý 4', pillar: 'digital_society', indicators: ['XH07', 'XH01'], evidence: ['count'],
    suggestion: 'Giúp phụ huynh vào sổ liên lạc điện tử và đóng học phí không tiền mặt. Ghi số lượt đã giúp.',
    guide: ['Hỏi nhà trường dùng ứng dụng nào.', 'Giúp phụ huynh đăng nhập lần đầu.', 'Đóng thử một khoản.', 'Ghi số lượt.'],
  },
  {
    code: 'NV20', title: 'Bảo hiểm xã hội số', titleEn: 'Digital social insurance', section: '2.2, Xã hội số, ý 4', pillar: 'digital_society', indicators: ['XH08'], evidence: ['count'],
    suggestion: 'Giúp bà con cài ứng dụng bảo hiểm xã hội số, đăng nhập được và xem thẻ bảo hiểm y tế. Ghi số tài khoản.',
    guide: ['Cài từ kho ứng dụng chính thức.', 'Bà con tự nhập mật khẩu.', 'Chỉ chỗ xem thẻ khi đi khám.', 'Ghi số tài khoản.'],
  },
  {
    code: 'NV21', title: 'Phòng chống dịch qua nền tảng số', titleEn: 'Epidemic prevention through digital platforms', section: '2.2, Xã hội số, ý 4', pillar: 'digital_society', indicators: ['CQ06'], evidence: ['count'],
    suggestion: 'Nhắc và giúp bà con khai báo, xem hướng dẫn phòng dịch trên ứng dụng khi xã yêu cầu. Ghi số lượt đã giúp.',
    guide: ['Lấy hướng dẫn mới nhất của Trạm Y tế.', 'Giúp khai báo tại chỗ.', 'Ghi số lượt.'],
  },
  {
    code: 'NV22', title: 'Tạo hòm thư điện tử', titleEn: 'Create e-mail addresses', section: '2.2, Xã hội số, ý 5', pillar: 'digital_society', indicators: ['XH09'], evidence: ['count'],
    suggestion: 'Giúp bà con và hộ kinh doanh tạo hòm thư, gửi thử một thư, ghi mật khẩu vào sổ của nhà mình. Ghi số hòm thư.',
    guide: ['Bà con tự đặt và giữ mật khẩu.', 'Gửi thử một thư qua lại.', 'Chỉ cách nhận biết thư lừa đảo.', 'Ghi số hòm thư.'],
  },
];

const network: Parts[] = [
  {
    code: 'NV23', title: 'Lập nhóm Zalo của Tổ đúng mẫu tên', titleEn: 'Set up the team group with the right name', section: '3', pillar: 'organization', indicators: ['TC06'], evidence: ['count', 'link'],
    suggestion: 'Lập nhóm Zalo của Tổ, đặt tên đúng mẫu, mời đủ thành viên và người của xã hỗ trợ Tổ. Gửi đường dẫn nhóm.',
    guide: ['Chép tên đúng mẫu ở mục Tổ.', 'Mời đủ thành viên và người hỗ trợ.', 'Gửi đường dẫn nhóm về xã.'],
  },
  {
    code: 'NV24', title: 'Lập Ban chỉ đạo chuyển đổi số cấp xã', titleEn: 'Set up the commune steering committee', section: '4.2', pillar: 'organization', indicators: ['TC09'], evidence: ['count', 'minutes'],
    suggestion: 'Trình Chủ tịch UBND xã ký quyết định thành lập Ban chỉ đạo, phân công thành viên hỗ trợ từng Tổ.',
    guide: ['Soạn danh sách đủ thành phần theo hướng dẫn.', 'Trình ký quyết định.', 'Phân công người hỗ trợ từng Tổ.'],
  },
  {
    code: 'NV25', title: 'Tập huấn cho Tổ công nghệ số cộng đồng', titleEn: 'Train the community digital technology team', section: '4', pillar: 'organization', indicators: ['DT02', 'DT01', 'DT03'], evidence: ['count', 'photo'],
    suggestion: 'Cử đủ thành viên dự buổi tập huấn, mang theo điện thoại. Ghi số lượt người dự.',
    guide: ['Xem ngày, giờ, địa điểm.', 'Cử người dự, mang điện thoại sạc đầy.', 'Ghi số lượt người dự.'],
  },
  {
    code: 'NV26', title: 'Nộp danh sách Tổ theo Phụ lục 1', titleEn: 'Submit the list of teams (Appendix 1)', section: '6', pillar: 'organization', indicators: ['TC01', 'TC03', 'TC05'], evidence: ['count'],
    suggestion: 'Kiểm tra họ tên, chức vụ, số điện thoại từng người rồi nộp danh sách Tổ theo Phụ lục 1.',
    guide: ['Kiểm tra đủ số điện thoại.', 'Sửa người đã thôi, người mới.', 'Báo xã khi danh sách đã đúng.'],
  },
  {
    code: 'NV27', title: 'Nộp báo cáo tháng', titleEn: 'Submit the monthly report', section: '6', pillar: 'organization', indicators: ['TC10'], evidence: ['count'],
    suggestion: 'Ghi đủ kết quả trong kỳ và báo khó khăn nếu có, để xã nộp báo cáo tháng đúng hạn.',
    guide: ['Ghi đủ kết quả đến hết ngày chốt số.', 'Báo khó khăn cần xã giúp.', 'Xem lại số của Tổ trước khi xã nộp.'],
  },
];

export const templates: readonly TemplateVersion[] = [...communication, ...government, ...economy, ...outreach, ...skills, ...network].map(version);
