/** Words of the console: the same month a year ago beside a figure. They load with their screens. */
export const yearAgoVi = {
  'ago.title': 'So với cùng kỳ năm trước',
  'ago.series': 'cùng kỳ năm trước',
  'ago.seriesImported': 'cùng kỳ năm trước (* số nhập)',
  'ago.head': 'Cùng kỳ năm trước',
  'ago.change': 'Tăng, giảm',
  'ago.points': '{n} điểm',
  'ago.year': 'cả năm {year}: {value}',
  'ago.imported': '* số nhập, không phải số từ bản ghi. Nguồn: {sources}',
  'ago.partial': 'Chưa đủ để so: {months}',
  'ago.partialMonth': '{month} ({known}/{of} xã)',
} as const;
