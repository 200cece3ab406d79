/** The indicator catalogue as first shipped: figures a commune reports, by pillar. A change is a new dated row in a new migration. */
export interface IndicatorSeed {
  code: string;
  name: string;
  nameEn: string;
  unit: string;
  unitEn: string;
  pillar: string;
  aggregation: 'sum' | 'last' | 'distinct' | 'ratio';
  dimensions: { key: string; values: { key: string; name: string }[] }[];
  target: string | null;
  /** True when it comes from outside our records and is typed by hand with its source. */
  typed: boolean;
}

const values = (...names: string[]) => names.map((name) => ({ key: name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/[^a-zA-Z0-9]+/g, '_').toLowerCase(), name }));
type Row = [code: string, name: string, nameEn: string, unit: string, unitEn: string, pillar: string, aggregation: IndicatorSeed['aggregation'], dimensions: IndicatorSeed['dimensions'], target: string | null, typed?: true];

const rows: Row[] = [
  ['TC01', 'Số tổ đã thành lập', 'Teams established', 'tổ', 'teams', 'organization', 'last', [{ key: 'hamlet_type', values: values('thôn', 'bản', 'khu phố') }], '= số thôn'],
  ['TC02', 'Tỷ lệ thôn có tổ', 'Villages with a team', '%', '%', 'organization', 'ratio', [], '100%'],
  ['TC03', 'Số thành viên', 'Members', 'người', 'people', 'organization', 'last', [{ key: 'role', values: values('tổ trưởng', 'tổ phó', 'thành viên') }, { key: 'gender', values: values('nam', 'nữ') }, { key: 'affiliation', values: values() }, { key: 'age_group', values: values() }], null],
  ['TC04', 'Tỷ lệ tổ có ≥ 3 thành viên', 'Teams with ≥ 3 members', '%', '%', 'organization', 'ratio', [], '100%'],
  ['TC05', 'Tỷ lệ thành viên có SĐT hợp lệ', 'Members with a valid phone', '%', '%', 'organization', 'ratio', [], '100%'],
  ['TC06', 'Tỷ lệ tổ có nhóm Zalo đúng mẫu tên', 'Teams with a correctly named Zalo group', '%', '%', 'organization', 'ratio', [], '100%'],
  ['TC07', 'Tỷ lệ tổ có hoạt động trong kỳ', 'Active teams', '%', '%', 'organization', 'ratio', [], '≥ 90%'],
  ['TC08', 'Số thành viên trên 100 dân', 'Members per 100 residents', 'người', 'people', 'organization', 'ratio', [], 'theo DTI', true],
  ['TC09', 'Xã đã có Ban chỉ đạo CĐS', 'Communes with a steering committee', '%', '%', 'organization', 'ratio', [], '100%'],
  ['TC10', 'Tỷ lệ báo cáo đúng hạn', 'Reports on time', '%', '%', 'organization', 'ratio', [{ key: 'level', values: values('xã', 'huyện', 'tỉnh') }], '100%'],
  ['DT01', 'Số lớp tập huấn cho tổ', 'Training sessions for teams', 'lớp', 'sessions', 'organization', 'sum', [{ key: 'organizer', values: values() }, { key: 'form', values: values('trực tiếp', 'trực tuyến') }], null],
  ['DT02', 'Lượt thành viên được tập huấn', 'Member attendances', 'lượt', 'times', 'organization', 'sum', [{ key: 'topic', values: values() }], null],
  ['DT03', 'Tỷ lệ thành viên được tập huấn trong năm', 'Members trained this year', '%', '%', 'organization', 'ratio', [{ key: 'role', values: values('tổ trưởng', 'tổ phó', 'thành viên') }], '100%/năm'],
  ['TT01', 'Số cuộc tuyên truyền', 'Communication events', 'cuộc', 'events', 'communication', 'sum', [{ key: 'host', values: values('họp thôn', 'đoàn thể', 'trường học', 'lưu động') }], '≥ 1/tổ/tháng'],
  ['TT02', 'Lượt người dự tuyên truyền', 'Attendances', 'lượt', 'times', 'communication', 'sum', [{ key: 'host', values: values('họp thôn', 'đoàn thể', 'trường học', 'lưu động') }], null],
  ['TT03', 'Tin, bài, lượt phát thanh', 'News items, broadcasts', 'lượt', 'times', 'communication', 'sum', [{ key: 'channel', values: values('đài truyền thanh', 'Zalo', 'Facebook', 'khác') }], null],
  ['TT04', 'Tỷ lệ hộ được tiếp cận', 'Households reached', '%', '%', 'communication', 'ratio', [], '100%/năm'],
  ['CQ01', 'Lượt người được hướng dẫn DVCTT', 'People guided on online services', 'lượt', 'times', 'digital_government', 'sum', [{ key: 'field', values: values() }], null],
  ['CQ02', 'Hồ sơ DVCTT nộp có tổ hỗ trợ', 'Applications filed with help', 'hồ sơ', 'applications', 'digital_government', 'sum', [{ key: 'level', values: values('toàn trình', 'một phần') }], null],
  ['CQ03', 'Tỷ lệ hồ sơ nộp trực tuyến của xã', 'Share filed online', '%', '%', 'digital_government', 'ratio', [], '≥ 80%', true],
  ['CQ04', 'Tài khoản VNeID/DVC được hỗ trợ kích hoạt', 'eID/portal accounts activated with help', 'tài khoản', 'accounts', 'digital_government', 'sum', [{ key: 'kind', values: values('VNeID', 'cổng dịch vụ công') }], null],
  ['CQ05', 'Tỷ lệ người trưởng thành có VNeID kích hoạt', 'Adults with active eID', '%', '%', 'digital_government', 'ratio', [], 'theo kế hoạch', true],
  ['CQ06', 'Lượt cài ứng dụng chính quyền', 'Government apps installed', 'lượt', 'times', 'digital_government', 'sum', [{ key: 'app', values: values('Smart Thanh Hoa', '1022', 'PC-Covid (2022)', 'khác') }], null],
  ['CQ07', 'Phản ánh, kiến nghị qua kênh số có hỗ trợ', 'Digital petitions with help', 'phản ánh', 'petitions', 'digital_government', 'sum', [{ key: 'channel', values: values() }], null],
  ['KT01', 'Hộ SXKD, DN được hướng dẫn lên sàn', 'Producers guided onto marketplaces', 'hộ/DN', 'households/enterprises', 'digital_economy', 'distinct', [{ key: 'kind', values: values('hộ sản xuất kinh doanh', 'doanh nghiệp') }], null],
  ['KT02', 'Gian hàng mở mới', 'New shops', 'gian hàng', 'shops', 'digital_economy', 'sum', [{ key: 'marketplace', values: values('voso', 'postmart', 'khác') }], null],
  ['KT03', 'Số sản phẩm OCOP', 'OCOP products', 'sản phẩm', 'products', 'digital_economy', 'last', [{ key: 'stars', values: values('3', '4', '5') }], null],
  ['KT04', 'Sản phẩm OCOP có trên sàn', 'OCOP products listed', 'sản phẩm', 'products', 'digital_economy', 'distinct', [{ key: 'marketplace', values: values('voso', 'postmart', 'khác') }], null],
  ['KT05', 'Tỷ lệ OCOP lên sàn', 'OCOP listed share', '%', '%', 'digital_economy', 'ratio', [], '100%'],
  ['KT06', 'Nông sản khác lên sàn', 'Other farm products listed', 'sản phẩm', 'products', 'digital_economy', 'distinct', [{ key: 'marketplace', values: values('voso', 'postmart', 'khác') }], null],
  ['KT07', 'Đơn hàng trên sàn (tự khai)', 'Orders (declared)', 'đơn', 'orders', 'digital_economy', 'sum', [{ key: 'marketplace', values: values('voso', 'postmart', 'khác') }], null],
  ['KT08', 'Hộ, DN được hướng dẫn quảng bá số', 'Producers guided on promotion', 'hộ/DN', 'households/enterprises', 'digital_economy', 'distinct', [{ key: 'place', values: values('web', 'sàn', 'Zalo', 'Facebook') }], null],
  ['KT09', 'Hộ, DN ứng dụng công nghệ số', 'Producers using digital tools', 'hộ/DN', 'households/enterprises', 'digital_economy', 'distinct', [{ key: 'tool', values: values('QR', 'hoá đơn ĐT', 'truy xuất', 'phần mềm') }], null],
  ['XH01', 'Lượt hướng dẫn thanh toán không tiền mặt', 'Guided on cashless payment', 'lượt', 'times', 'digital_society', 'sum', [{ key: 'service', values: values('điện', 'nước', 'viễn thông', 'học phí', 'viện phí') }], null],
  ['XH02', 'Tài khoản/ví/mobile money mở mới', 'Payment accounts opened', 'tài khoản', 'accounts', 'digital_society', 'sum', [{ key: 'kind', values: values('ngân hàng', 'ví', 'mobile money') }], null],
  ['XH03', 'Tỷ lệ dân ≥ 15 tuổi có tài khoản thanh toán', '15+ with a payment account', '%', '%', 'digital_society', 'ratio', [], '≥ 80% 2025', true],
  ['XH04', 'Hộ trả dịch vụ thiết yếu không tiền mặt', 'Households paying bills cashless', 'hộ', 'households', 'digital_society', 'distinct', [{ key: 'service', values: values('điện', 'nước', 'viễn thông', 'học phí', 'viện phí') }], null],
  ['XH05', 'Lượt hướng dẫn y tế số', 'Guided on e-health', 'lượt', 'times', 'digital_society', 'sum', [{ key: 'service', values: values('sổ SKĐT', 'khám từ xa', 'đặt khám', 'viện phí') }], null],
  ['XH06', 'Tỷ lệ dân có hồ sơ sức khoẻ điện tử', 'With e-health record', '%', '%', 'digital_society', 'ratio', [], '> 80%', true],
  ['XH07', 'Lượt hướng dẫn giáo dục số', 'Guided on e-education', 'lượt', 'times', 'digital_society', 'sum', [{ key: 'service', values: values('liên lạc', 'học trực tuyến', 'học phí') }], null],
  ['XH08', 'Tài khoản BHXH số (VssID) hỗ trợ', 'Social insurance accounts', 'tài khoản', 'accounts', 'digital_society', 'sum', [], null],
  ['XH09', 'Hòm thư điện tử tạo mới', 'E-mail boxes created', 'hộp thư', 'mailboxes', 'digital_society', 'sum', [], null],
  ['XH10', 'Người dân được phổ cập kỹ năng số', 'People taught digital skills', 'người', 'people', 'digital_society', 'distinct', [{ key: 'skill', values: values('dịch vụ công trực tuyến', 'mua sắm trực tuyến', 'thanh toán trực tuyến', 'tự bảo vệ trên mạng', 'nền tảng khác') }, { key: 'gender', values: values('nam', 'nữ') }], '> 70% tuổi lao động'],
  ['XH11', 'Lượt hướng dẫn phòng lừa đảo, an toàn số', 'Guided on online safety', 'lượt', 'times', 'digital_society', 'sum', [], null],
  ['XH12', 'Tỷ lệ hộ có internet cáp quang', 'Households with fibre', '%', '%', 'digital_society', 'ratio', [], '> 85%', true],
];

export const indicatorSeeds: IndicatorSeed[] = rows.map(([code, name, nameEn, unit, unitEn, pillar, aggregation, dimensions, target, typed]) => ({ code, name, nameEn, unit, unitEn, pillar, aggregation, dimensions, target, typed: typed ?? false }));
