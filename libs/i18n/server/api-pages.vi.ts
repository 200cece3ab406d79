/** Words of the pages on which the API is read. */
export const apiPagesVi = {
  title: 'API của Tổ Số',
  count: '{routes} đường gọi, {schemas} kiểu dữ liệu',
  machine: 'Bản cho máy đọc',
  search: 'Tìm theo đường dẫn, tên hoặc lời tả',
  find: 'Tìm',
  none: 'Không có đường gọi nào khớp.',
  routes: 'Đường gọi',
  schemas: 'Kiểu dữ liệu',
  name: 'Tên: {name}',
  'access.public': 'Ai cũng gọi được, không cần đăng nhập.',
  'access.self': 'Người đã đăng nhập gọi được.',
  'access.right': 'Người có quyền {right} ở nơi đó gọi được.',
  parameters: 'Tham số',
  'in.path': 'trong đường dẫn',
  'in.query': 'sau dấu hỏi',
  'in.header': 'trong phần đầu',
  required: 'bắt buộc',
  body: 'Gửi lên',
  answers: 'Trả về',
  'answer.default': 'Lỗi có mã',
  'answer.empty': 'Không có nội dung.',
  command: 'Gọi bằng dòng lệnh',
  usedBy: 'Dùng ở',
  other: 'English',
};

export type ApiPagesWords = Record<keyof typeof apiPagesVi, string>;
