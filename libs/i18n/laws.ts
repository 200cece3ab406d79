/** Laws that documents are based on, each from the day on which it is in force. Data: a new law is a new line. */

interface Law {
  from: string;
  text: string;
}

const localGovernment: readonly Law[] = [
  { from: '2025-06-16', text: 'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025' },
  { from: '2025-03-01', text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025' },
  {
    from: '2020-07-01',
    text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019',
  },
  { from: '2016-01-01', text: 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015' },
];

/** The law on local government in force on a day; the oldest known one for days before. */
export function lawOnLocalGovernment(on: string): string {
  return (localGovernment.find(({ from }) => from <= on) ?? localGovernment.at(-1))?.text ?? '';
}
