import { reportingMessagesVi } from './reporting-messages.vi.ts';
import { trainingMessagesVi } from './training-messages.vi.ts';

/**
 * What people read in the inbox and in every other channel. A body's paragraphs are set apart by an empty line.
 * No message asks for a password or a code, and none carries a link that signs anyone in.
 */
export const messagesVi = {
  'taskAssigned.title': 'Việc mới: {title}',
  'taskAssigned.body': '{facts}\n\n{work}\n\nTổ trả lời giúp xã chậm nhất hết ngày {replyBy}.',
  'assignmentCancelled.title': 'Đã thu hồi việc: {title}',
  'assignmentCancelled.body': '{issuer} thu hồi việc này. Tổ không phải làm tiếp.\n\nLý do: {reason}',
  'assignmentReminded.title': 'Nhắc trả lời: {title}',
  'assignmentReminded.body':
    'Tổ chưa trả lời. Nhận việc, từ chối hoặc xin lùi hạn đều được.\n\n{facts}\n\nTrả lời giúp xã chậm nhất hết ngày {replyBy}.',
  'assignmentSilent.title': '{count} tổ chưa trả lời: {title}',
  'assignmentSilent.body':
    'Các tổ mình hỗ trợ chưa trả lời việc này: {teams}.\n\nHỏi thăm giúp: tổ vướng gì thì ghi lại, xã sẽ xem.',
  'taskAccepted.title': '{team} đã nhận việc: {title}',
  'taskAccepted.body': '{actor} nhận việc cho {team}. {deadline}.',
  'taskDeclined.title': '{team} từ chối việc: {title}',
  'taskDeclined.body':
    '{actor} đã từ chối thay {team}.\n\nXem lý do rồi lùi hạn, giảm chỉ tiêu, giao tổ khác hoặc giữ nguyên.',
  'declineTakenBack.title': '{team} rút lại lời từ chối: {title}',
  'declineTakenBack.body':
    '{actor} bấm nhầm và đã rút lại ngay. Việc lại chờ {team} trả lời, xã không phải xem xét gì.',
  'taskHandedOver.title': 'Xã chuyển việc cho tổ mình: {title}',
  'taskHandedOver.body': 'Tổ đang làm việc này đã giải thể. Mục tiêu: {target}. {deadline}.',
  'taskKept.title': 'Xã vẫn giữ việc: {title}',
  'taskKept.body': 'Xã đã xem lý do của Tổ và vẫn cần Tổ làm việc này. Mục tiêu: {target}. {deadline}.',
  'taskReleased.title': 'Tổ được thôi việc: {title}',
  'taskReleased.body': 'Xã đồng ý để Tổ thôi việc này. Phần đã ghi vẫn được giữ.',
  'taskDelegated.title': 'Tổ giao cho mình: {title}',
  'taskDelegated.body': '{actor} chuyển việc này cho mình làm. Mục tiêu: {target}. {deadline}.',
  'taskSubmitted.title': '{team} báo xong: {title}',
  'taskSubmitted.body': 'Kết quả của {team} đang chờ xác nhận.',
  'taskConfirmed.title': 'Xã đã xác nhận: {title}',
  'taskConfirmed.body': 'Kết quả của {team} đã được xác nhận và tính vào báo cáo. Cảm ơn Tổ.',
  'taskReturned.title': 'Xã trả lại để sửa: {title}',
  'taskReturned.body': '{facts}\n\nSố {team} đã ghi vẫn còn, sửa không cộng thêm.',
  'extensionAsked.title': '{team} xin lùi hạn: {title}',
  'extensionAsked.body': '{actor} xin lùi hạn đến hết ngày {until}. Hạn hiện tại: hết ngày {dueOn}.',
  'extensionAnswered.title': '{answer}: {title}',
  'extensionAnswered.body': '{facts}',
  'targetChanged.title': 'Đổi mục tiêu: {title}',
  'targetChanged.body': 'Mục tiêu của {team} nay là {target}. {deadline}.',
  'workOverlapped.title': '{actor} cũng ghi: {title}',
  'workOverlapped.body':
    '{actor} ghi {count}, làm ngày {until}. Nay Tổ được {reported} / {target}, nhiều hơn mục tiêu. Cả hai đều được tính, không mất số của ai.\n\nCó phần nào ghi hai lần không? Không trùng thì không phải làm gì. Trùng thì mở việc, sửa phần của mình.',
  'productNamedAgain.title': '{actor} cũng ghi: {name}',
  'productNamedAgain.body':
    '{actor} vừa ghi {name} đã lên sàn, mà mình đã ghi trước. Chỉ tính một lần, ở phần của mình.\n\nNếu mình ghi nhầm sản phẩm thì mở việc, sửa phần của mình.',
  'productNamedBefore.title': '{actor} đã ghi trước: {name}',
  'productNamedBefore.body':
    '{actor} đã ghi {name} lên sàn trước mình. Chỉ tính một lần, ở phần ghi trước; phần còn lại của mình vẫn tính.\n\nKhông phải làm gì. Nếu mình bấm nhầm sản phẩm thì mở việc, sửa phần của mình.',
  'impostorReported.title': 'Có người báo giả danh {team}',
  'impostorReported.body':
    'Bà con quét thẻ mang tên {team} rồi báo giả danh. Lời báo: “{reason}”.\n\nHỏi lại Tổ; cần thì thu hồi thẻ ở trang của Tổ. Không biết ai đã báo.',
  'paperCardAsked.title': '{actor} xin thẻ giấy',
  'paperCardAsked.body':
    '{actor} ({team}) cần thẻ giấy để đeo khi đi giúp dân.\n\nMở trang của Tổ, bấm in thẻ ở dòng của {actor}. Thẻ khổ A6, in rồi cắt.',
  'difficultyReported.title': '{team} báo khó khăn',
  'difficultyReported.body': '{actor} báo khó khăn: {kind}.\n\nMở mục Vướng mắc để đọc và trả lời.',
  'difficultyAnswered.title': 'Đã trả lời khó khăn của {team}',
  'difficultyAnswered.body': '{actor} đã trả lời khó khăn {kind}.\n\nMở mục Vướng mắc để đọc.',
  'difficultyEscalated.title': 'Quá hạn trả lời khó khăn của {team}',
  'difficultyEscalated.body':
    'Khó khăn {kind} chưa được trả lời đúng hạn, nay chuyển thêm lên cấp trên.\n\nMở mục Vướng mắc để đọc và trả lời.',
  'difficultyPassedOn.title': '{team} báo khó khăn {kind}',
  'difficultyPassedOn.body':
    'Vướng mắc {kind} thuộc địa bàn đơn vị phủ sóng.\n\nMở mục Vướng mắc để đọc, trả lời và hẹn ngày sửa xong.',
  'difficultyAsked.title': '{team} hỏi thêm về khó khăn đã trả lời',
  'difficultyAsked.body':
    '{actor} hỏi thêm: trả lời về khó khăn {kind} chưa giúp được.\n\nMở mục Vướng mắc để đọc và trả lời.',
  'difficultyPromiseOver.title': 'Khó khăn của {team} đã được chưa?',
  'difficultyPromiseOver.body':
    'Hẹn xong khó khăn {kind} đến hết ngày {until} đã qua.\n\nMở ra bấm “Được rồi”, hoặc hỏi thêm.',
  'knowHowPublished.title': 'Cách làm hay: {title}',
  'knowHowPublished.body': '{issuer} đã trả lời một vướng mắc giống việc Tổ đang làm.\n\nMở Cách làm hay để đọc.',
  'jointWorkAsked.title': '{issuer} giao việc làm cùng Tổ: {title}',
  'jointWorkAsked.body': '{work}\n\n{deadline}. Đơn vị và Tổ cùng báo, xã xác nhận một lần.',
  'difficultyPassedUp.title': '{actor} chuyển lên khó khăn của {team}',
  'difficultyPassedUp.body':
    'Xã chưa tự giải quyết được khó khăn {kind} nên chuyển lên.\n\nMở mục Vướng mắc để đọc và trả lời.',
  'groupName.title': 'Tên nhóm của {team}',
  'groupName.body':
    'Ban chỉ đạo xã nhờ đặt đúng tên nhóm của {team}:\n\n{name}\n\nNơi nào không nhận tên dài thì đặt: {shortName}\n\nĐổi tên xong, chép lại tên nhóm ở mục Tổ.',
  'reportReturned.title': 'Xã trả lại báo nhanh {title}',
  'reportReturned.body':
    'Báo nhanh của {team} ngày {until}, số {count}, chưa được tính: {reasons}. {reason}\n\nSửa cho đúng rồi báo lại bằng một báo nhanh mới.',
  'difficultyKind.task': 'về việc được giao',
  'difficultyKind.signal': 'về sóng, đường truyền',
  'difficultyKind.skill': 'chưa biết làm, cần tập huấn',
  'difficultyKind.membership': 'về nhân sự của Tổ',
  'difficultyKind.other': 'việc khác',
  'channelTest.title': 'Tin thử của Tổ Số',
  'channelTest.body': 'Kênh này gửi được lúc {time}. Không cần trả lời.',
  'accessChanged.title': 'Tài khoản Tổ Số của mình vừa có thay đổi',
  'accessChanged.body':
    '{kind} Người thực hiện: {actor}.\n\nĐể giữ an toàn, các thiết bị đang đăng nhập đã được đăng xuất, lời mời cũ không dùng được nữa. Chưa vào lại được thì xin lời mời mới.\n\nNếu mình không biết việc này, báo ngay cho cán bộ xã hoặc quản trị viên.',
  'accessChanged.phone': 'Số điện thoại của mình trong danh sách vừa được ghi lại.',
  'accessChanged.email': 'Địa chỉ thư điện tử của mình vừa được ghi lại.',
  'accessChanged.post_given':
    'Mình vừa được giao một chức vụ. Mật khẩu và tài khoản đã kết nối trước đây có thể phải đặt lại.',
  'accessChanged.post_ended': 'Một chức vụ của mình vừa được ghi ngày kết thúc.',
  'accessChanged.role': 'Vai trò của mình trong Tổ vừa thay đổi.',
  'facts.need': 'Cần: {target} {unit}',
  'facts.due': 'Hạn: hết ngày {day} ({weekday})',
  'facts.why': 'Vì sao: {issuer} giao, theo {basis}',
  'facts.whyIssuer': 'Vì sao: {issuer} giao',
  'facts.reason': 'Lý do: {reason}',
  'facts.resend': 'Gửi lại: chậm nhất hết ngày {day}',
  'facts.note': 'Xã ghi: {reason}',
  'facts.granted': 'Xã đồng ý lùi hạn',
  'facts.answered': 'Xã đã trả lời xin lùi hạn',
  'facts.refused': 'Xã chưa đồng ý lùi hạn',
  'digest.title': '{count} tin mới hôm nay',
  'digest.more': 'và {count} tin khác',
  'digest.titleDue': '{due} việc đến hạn',
  'digest.titleBoth': '{due} việc đến hạn, {count} tin mới',
  'digest.titleMissed': 'Bạn đã lỡ {count} tin',
  'digest.due': '{deadline}: {title} {reported}\u00a0/\u00a0{target}, còn {left}',
  'digest.answer': 'Nhắn số, ví dụ “{left}”, hoặc “hôm qua {some}”.',
  'digest.missed': 'Bạn đã lỡ {count} tin, nay đã cũ. Xem lại trong Hộp thư.',
  'action.accept': 'Nhận việc',
  'action.decline': 'Từ chối',
  'frame.replyAccept': 'Trả lời NHẬN để nhận việc.',
  'frame.replyBoth': 'Trả lời NHẬN để nhận việc, hoặc TỪ CHỐI kèm lý do.',
  'frame.openTask': 'Mở việc',
  'frame.openDifficulty': 'Đọc trả lời',
  'frame.openKnowHow': 'Đọc cách làm',
  'frame.openJointWork': 'Mở việc chung',
  'frame.openDifficulties': 'Mở Vướng mắc',
  'frame.openInbox': 'Mở hộp thư',
  'frame.why': 'Bạn nhận tin này vì là {post}.',
  'frame.mandatory': 'Tin này không tắt được vì là việc của Tổ.',
  'frame.mandatoryAccess': 'Tin này không tắt được vì liên quan đến tài khoản của mình.',
  'frame.mute': 'Tắt loại tin này ở Cài đặt.',
  'frame.noSecrets': 'Tổ Số không bao giờ hỏi mật khẩu hay mã OTP.',
  'post.leader': 'Tổ trưởng {team}',
  'post.deputy': 'Tổ phó {team}',
  'post.member': 'thành viên {team}',
  'post.officer': 'cán bộ phụ trách',
  'list.more': '{names} và {count} tổ khác',
  ...trainingMessagesVi,
  ...reportingMessagesVi,
} as const;
export type MessageId = keyof typeof messagesVi;
export type MessageWords = Record<MessageId, string>;
