/** Words of the form for a list of officers. */
export const officerFormVi = {
  sheet: 'Cán bộ',
  explanation:
    'Mỗi dòng một chức vụ. Cần họ tên, chức vụ, đơn vị và số điện thoại hoặc thư để đăng nhập. Đơn vị ghi mã hoặc tên; hai xã cùng tên thì ghi thêm tên huyện cũ trong ngoặc. Cột “Người thay” chỉ ghi ngày cuối khi người này thay cán bộ đầu mối một thời gian.',
  'column.fullName': 'Họ tên',
  'column.phone': 'Số điện thoại',
  'column.email': 'Thư điện tử',
  'column.post': 'Chức vụ',
  'column.unit': 'Đơn vị (mã hoặc tên)',
  'column.standIn': 'Người thay (đến hết ngày)',
} as const;
