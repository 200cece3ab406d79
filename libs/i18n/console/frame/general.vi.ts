/** Words of the console: documents and what belongs to no screen alone. `{n}` puts a value in; `{n|one|other}` chooses by number. */
export const generalVi = {
  'signIn.asRole': 'Làm việc với vai trò:',
  'signIn.places': '{n} nơi: {first}…',
  'signIn.past': 'đã kết thúc, chỉ đọc',
  'day.asOf': 'Theo ngày {day}',
  'day.copies': 'Mọi bản chép mang dòng “theo ngày {day}”',
  'account.title': 'Tài khoản',
  'directive.official_letter': 'Công văn',
  'directive.plan': 'Kế hoạch',
  'directive.decision': 'Quyết định',
  'directive.guidance': 'Hướng dẫn',
  'directive.resolution': 'Nghị quyết',
} as const;
