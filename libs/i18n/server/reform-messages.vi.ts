/** What members, officers and administrators read of reforms of units. */
export const reformMessagesVi = {
  'unitMoved.title': 'Từ ngày {until}, Tổ của bạn thuộc {title}',
  'unitMoved.body':
    'Trước: {name}. Nay: {title}.\n\nKhông đổi: Tổ, người trong Tổ, việc đang làm, kết quả đã ghi.\n\nĐổi: {title} xác nhận kết quả và trả lời vướng mắc. Thôn trùng tên được ghi thêm “(… cũ)”.\n\n{kind}\n\nTheo {basis}.',
  'unitMoved.ask': 'Hỏi cán bộ mới: {actor}.',
  'unitMoved.nobody': 'Xã chưa có người nhận, Sở đã biết. Cứ ghi kết quả.',
  'unitRenamed.title': '{name} nay là {title}',
  'unitRenamed.body': 'Từ ngày {until} chỉ đổi tên. Tổ, việc, cán bộ và kết quả đã ghi vẫn như trước, theo {basis}.',
  'reformScheduled.title': 'Từ ngày {until}: {title}',
  'reformScheduled.body':
    '{issuer} đã lên lịch, theo {basis}. Đơn vị của bạn có tên trong đó.\n\nĐến ngày đó đơn vị, Tổ và quyền đổi theo, không ai phải làm gì lúc nửa đêm. Trước ngày đó chưa có gì đổi, và còn có thể thu hồi.',
  'reformPostsNotGiven.title': 'Còn {count} chức vụ chưa trao: {title}',
  'reformPostsNotGiven.body':
    'Cuộc sắp xếp đã bắt đầu từ ngày {until}, nhưng người lên lịch không còn quyền trao {count} chức vụ đã chọn, đầu tiên là của {name}. Đơn vị và Tổ vẫn đổi như đã định.\n\nQuản trị viên mở danh sách và bổ nhiệm bằng tay để các đơn vị ấy có người nhận việc.',
  'reformRevoked.title': 'Đã thu hồi: {title}',
  'reformRevoked.body': 'Ngày {until} sẽ không có gì đổi.\n\nLý do: {reason}',
  'reformHeld.title': 'Chưa bắt đầu được: {title}',
  'reformHeld.body':
    'Đã lên lịch cho ngày {until} nhưng còn {count} chỗ vướng. Để vậy thì đến ngày vẫn chưa có gì đổi.\n\n{kind}\n\nMở ra để xử lý. Hết chỗ vướng thì cuộc sắp xếp tự bắt đầu, hoặc thu hồi rồi lên lịch lại.',
  'reformHeld.otherReform': '{name}: “{words}” cũng đang chờ ngày ở đây. Thu hồi cuộc ấy trước.',
  'reformHeld.insideReform':
    '“{words}” của cấp trên đang sắp xếp xã này. Thu hồi cuộc này, sau ngày ấy lập lại ở xã mới.',
  'reformHeld.notAllotted': '{name} còn thôn chưa chia về xã nào.',
  'reformHeld.splitMembers': '{name}: có người chưa chọn về thôn nào.',
  'reformHeld.noDirective': 'Văn bản của cuộc này không còn hiệu lực: gắn văn bản khác.',
  'reformHeld.codeElsewhere': 'Mã ghi cho đơn vị mới nay là của {name}.',
  'reformHeld.codeClaimed': 'Mã ghi cho đơn vị mới cũng ghi cho {name} trong “{words}”.',
  'reformHeld.changed': '{name} đã đổi hoặc kết thúc từ khi lên lịch.',
  'reformHeld.other': 'Chỗ đầu tiên: {name}.',
  'mergerGaveWay.title': '{title}: đã nhường cuộc sắp xếp của cấp trên',
  'mergerGaveWay.body':
    '{issuer} đã thu hồi cuộc này vì “{words}” có hiệu lực từ ngày {until} cũng sắp xếp xã mình.\n\nKhông mất gì: bản này được giữ. Sau ngày {until}, xã mới mở ra, xem lại và lên lịch.',
  'namesAsked.title': '{issuer} hỏi ý kiến về tên mới của {count} thôn',
  'namesAsked.body':
    '{name} cho ý kiến về tên dự kiến đặt cho {count} thôn, tổ dân phố, trả lời đến hết ngày {until}.\n\nMở ra, ghi đồng ý hoặc tên khác cho từng thôn rồi gửi một lần. Trước hạn còn sửa và gửi lại được.',
  'mergerNews.title': '{issuer}: {kind}',
  'mergerNews.body':
    'Ngày hiệu lực {until}, theo {basis}. {actor} ghi.\n\n{reason}\n\nXã tự sắp xếp thôn của mình. Mở ra để xem.',
  'mergerNews.scheduled': 'lên lịch {title}',
  'mergerNews.applied': '{title}, đã có hiệu lực',
  'mergerNews.revoked': 'thu hồi {title}',
  'frame.mandatoryReform': 'Tin này không tắt được vì nói nay hỏi ai và ai xác nhận.',
} as const;
