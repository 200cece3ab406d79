/** Words of the console: a post whose unit has ended. They load for whoever holds one. */
export const pastVi = {
  'past.text':
    '{unit} đã kết thúc hết ngày {day}. Chỉ đọc hồ sơ đến ngày đó, còn đọc được đến hết {until}; không sửa được.',
  'past.teams': 'Xem danh sách tổ ngày {day}',
};
