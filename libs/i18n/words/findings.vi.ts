/** What an import says of each doubt in its cell, and of a file that cannot be read. `{}` is filled from the params. */
export const findingsVi = {
  'finding.table.none': 'Tệp này không có bảng danh sách. Cần cột Họ tên và Số điện thoại.',
  'finding.header.found': '{rows} dòng, tự nhận tiêu đề ở dòng {row}',
  'finding.header.twoRows': 'Tiêu đề nằm trên hai dòng {from} và {to}, đã ghép lại.',
  'finding.columns.wide': 'Mỗi dòng của bảng ghi {people} người, máy tách thành từng người.',
  'finding.columns.dropped': 'Đã bỏ cột {columns}: không cần và không lưu.',
  'finding.rows.skipped': 'Dòng {from}–{to}: tiêu đề, dòng cộng, ghi chú và chữ ký, không nhập',
  'finding.row.groupHeading': 'Dòng “{title}” là tên nhóm, những người bên dưới thuộc về đây.',
  'finding.header.second':
    'Dòng {row} nằm giữa danh sách mà giống một dòng tiêu đề: {text}. Đúng là tiêu đề của một bảng khác thì lấy đề xuất; là một người thì gõ lại ô này cho đúng số điện thoại',
  'finding.rows.unread':
    '{count} dòng có số điện thoại, chức vụ hoặc số thứ tự mà không thành người nào: dòng {rows}. Không phải người, hay là người cần nhập? Chỉ nhập vài dòng thì chọn ở thẻ “Không nhập”',
  'finding.rows.hidden':
    '{count} dòng có tên người đang bị ẩn hoặc bị lọc trong tệp: dòng {rows}. Bỏ những người này, hay vẫn nhập? Chỉ nhập vài dòng thì chọn ở thẻ “Không nhập”',
  'finding.name.oneWord': 'Tên “{name}” chỉ có một chữ. Gõ đủ họ và tên, hoặc bấm “Đúng như vậy”',
  'finding.name.isPost': 'Ô họ tên ghi chức vụ “{name}”. Gõ lại họ tên, bỏ dòng này, hoặc ghép lại cột',
  'finding.names.oneSurname':
    'Cả {count} người trong danh sách này cùng họ {name}. Cùng một họ thật thì bấm “Đúng như vậy”; nếu đây chỉ là cột họ thì ghép lại cột',
  'finding.team.tooLarge':
    '{team} có {count} người, các Tổ khác chừng {usual} người. Đông thật thì bấm “Đúng như vậy”; nếu có người của Tổ khác thì gõ tên Tổ vào dòng đầu của họ',
  'finding.table.transposed':
    'Trang “{sheet}” ghi ngang: mỗi người một cột. Trong Excel: chép bảng, chọn Dán đặc biệt → Hoán vị (Transpose), lưu lại rồi tải lên',
  'finding.list.again':
    'Danh sách này và danh sách ở trang “{sheet}” dòng {row} cùng có {count} Tổ ({teams}). Dùng cả hai thì lấy đề xuất; nếu đây là danh sách cũ thì bỏ danh sách này',
  'finding.row.unnumbered':
    '{name} (dòng {row}) không có số thứ tự như những người ở trên. Là thành viên thì lấy đề xuất; là người lập, người ký thì bỏ dòng này',
  'finding.name.withPhone': 'Tách số {phone} khỏi họ tên {name}',
  'finding.cell.ditto': 'Ghi như trên: {text}',
  'finding.row.takenBack': 'Dòng {row} được lấy lại theo lựa chọn, đọc như một người.',
  'finding.row.severalPeople': 'Ô ghi {count} người, tách thành từng người: {names}.',
  'finding.row.linesDiffer':
    'Ô họ tên có {names} dòng, ô này có {lines} dòng: không biết dòng nào của ai. Gõ lại đủ {names} phần, cách nhau bằng dấu chấm phẩy',
  'finding.cell.notImported': 'Không nhập',
  'finding.column.hidden': 'Cột {column} đang ẩn trong tệp, vẫn được đọc.',
  'finding.sheet.hidden': 'Trang “{sheet}” đang ẩn trong tệp. Nhập cả trang này?',
  'finding.sheet.asTeam': 'Bảng không ghi tên Tổ, lấy tên trang “{sheet}”: {team}.',
  'finding.file.encodingUnsure':
    'Không chắc tệp dùng bảng mã nào, tên người có thể sai dấu. Chọn cách đọc đúng (đang đọc theo {encoding}).',
  'finding.file.oldFormat': 'Tệp .xls đời cũ không cho biết phông chữ, máy nhận mã chữ theo mặt chữ.',
  'finding.file.csvEncoding': 'Tệp chữ, mã {encoding}.',
  'finding.unit.formerName': 'Tệp ghi tên cũ “{file}”, nay thuộc {commune}. Tên xã cũ được giữ trong tên thôn.',
  'finding.unit.other': 'Tệp ghi “{file}” nhưng đang nhập cho {commune}. Đúng là danh sách của {commune}?',
  'finding.team.merged': 'Ô tên Tổ gộp nhiều dòng, mỗi dòng trong ô gộp thuộc Tổ đó.',
  'finding.team.filledDown': 'Ô tên Tổ để trống, lấy theo Tổ ở dòng trên.',
  'finding.team.repeated': 'Tên Tổ ghi lại ở nhiều dòng, hiểu là một Tổ.',
  'finding.team.missing': '{name} chưa biết thuộc Tổ nào',
  'finding.team.empty': '{team} không có ai trong danh sách nên không nhập.',
  'finding.team.garbled': 'Tên Tổ “{name}” có chữ lạ. Gõ lại cho đúng, hoặc bấm “Đúng như vậy”',
  'finding.team.otherCommune':
    '{team} ghi thuộc “{file}”, đang nhập cho {commune}. Đúng là của {commune} thì lấy đề xuất, không phải thì bỏ dòng này',
  'finding.team.fewMembers': '{team} có {count} người, quy định ít nhất {min} người.',
  'finding.team.noLeader': '{team} chưa có Tổ trưởng.',
  'finding.team.noDeputy': '{team} chưa có Tổ phó.',
  'finding.team.twoLeaders': '{team} có hai Tổ trưởng: {name} và {other}',
  'finding.team.otherLeader':
    '{team} đang có Tổ trưởng {other}, tệp không ghi như vậy. Nhận {name} làm Tổ trưởng thì {other} ở lại Tổ là thành viên',
  'finding.hamlet.ambiguous': 'Xã có {count} nơi tên {name} của các xã cũ. Ghi rõ xã cũ nào',
  'finding.hamlet.new': 'Chưa có trong danh mục, sẽ thêm {kind}: {name}',
  'finding.hamlet.unknown': '{commune} chưa có {kind} này. Lấy đề xuất thì thêm vào danh mục {kind}: {name}',
  'finding.hamlet.canonical': '“{from}” = {to}',
  'finding.count.differs': 'Ghi {declared}, đếm được {counted}',
  'finding.count.unreadable': 'Số lượng “{text}” không phải là số, máy tự đếm.',
  'finding.total.teamsDiffer': 'Ghi tổng số {declared} tổ, đếm được {counted}',
  'finding.total.membersDiffer': 'Ghi tổng số {declared} người, đếm được {counted}',
  'finding.cell.formula': 'Ô là công thức, lấy kết quả đã lưu trong tệp.',
  'finding.cell.formulaWithoutResult': 'Ô {cell} là công thức chưa có kết quả. Gõ lại giá trị.',
  'finding.cell.tooLong':
    'Ô {cell} dài {length} ký tự, chỉ đọc được phần đầu. Chia ô này ra từng dòng trong tệp, hoặc gõ lại nội dung cần nhập.',
  'finding.cell.richText': 'Ô có chữ nhiều kiểu, lấy toàn bộ chữ.',
  'finding.text.tcvn3': 'Chữ gõ bằng phông {font} (mã TCVN3), máy đã đổi sang Unicode.',
  'finding.text.vni': 'Chữ gõ bằng phông {font} (mã VNI), máy đã đổi sang Unicode.',
  'finding.text.legacyUnsure': 'Ô dùng phông {font} nhưng chữ đọc được cả hai cách. Đổi từ mã {encoding}?',
  'finding.text.decomposed': 'Chữ tổ hợp rời, máy đã ghép thành chữ dựng sẵn.',
  'finding.text.loneMark': 'Có dấu thanh đứng riêng, không thuộc chữ nào. Bỏ dấu ấy?',
  'finding.text.wrongD': 'Chữ Đ gõ nhầm bằng ký tự khác, đã thay bằng Đ.',
  'finding.text.struckPart': 'Ô có chữ bị gạch ngang, bỏ phần bị gạch?',
  'finding.name.missing': 'Chưa có họ tên',
  'finding.name.garbled': 'Tên “{name}” có chữ lạ. Gõ lại cho đúng, hoặc bấm “Đúng như vậy”',
  'finding.name.lines':
    'Ô họ tên có {count} dòng. Là một người thì lấy đề xuất, nhiều người thì gõ lại, cách nhau bằng dấu chấm phẩy',
  'finding.name.several': 'Ô họ tên có hai người: {name} và {other}. Gõ lại, cách nhau bằng dấu chấm phẩy',
  'finding.name.allCaps': 'Tên viết hoa toàn bộ, đổi thành {name}?',
  'finding.name.honorific': 'Bỏ “{honorific}” trước tên',
  'finding.name.withPost': 'Tách chức vụ “{post}” khỏi họ tên',
  'finding.name.maybePost': 'Ô họ tên có thêm “{post}”. Chỉ lấy {name}?',
  'finding.position.alias': '{from} = {to}',
  'finding.position.ambiguous': '“{text}” là Tổ trưởng hay Trưởng thôn?',
  'finding.position.unknown': 'Chức vụ “{text}” không có trong danh mục, giữ nguyên chữ.',
  'finding.phone.missing': '{name} chưa có số điện thoại (bắt buộc)',
  'finding.phone.invalid': '“{text}” không phải số điện thoại dùng được',
  'finding.phone.digitsLost': 'Excel làm mất chữ số: “{text}”',
  'finding.phone.lostZero': 'Số mất số 0 đầu, thêm 0: {phone}',
  'finding.phone.international': 'Số ghi kiểu quốc tế, đổi thành {phone}',
  'finding.phone.cleaned': 'Bỏ chữ lẫn trong số: {phone}',
  'finding.phone.prefixChanged': 'Đã đổi đầu số {from} → {to}',
  'finding.phone.two': 'Có hai số, lấy số đầu làm số chính',
  'finding.phone.secondInvalid': 'Một số trong ô không dùng được: “{text}”. Bỏ số này?',
  'finding.phone.maybeOfficeLandline': 'Số 037… năm 2022 có thể là máy bàn cơ quan',
  'finding.phone.landline': 'Có số máy bàn, ghi làm số phụ.',
  'finding.phone.landlineOnly': '{name} chỉ có số máy bàn, không nhận được tin nhắn. Có số di động không?',
  'finding.phone.shared': 'Trùng số với {name}. Dùng chung máy? Ghi lý do',
  'finding.phone.guarded':
    '{name} đang giữ chức vụ hoặc còn ở nơi khác: giữ họ tên và số điện thoại đang có. Cần đổi thì nhờ quản trị viên.',
  'finding.person.twice': '{name} đã có ở {team}, dòng {row}. Một người ở hai Tổ?',
  'finding.person.sameRow': '{name} ghi hai lần trong cùng Tổ, bỏ dòng này (đã có ở dòng {row}).',
  'file.tooBig': 'Tệp lớn hơn {maxMb} MB. Xóa bớt trang không cần rồi thử lại.',
  'file.notAWorkbook': 'Tệp này không phải bảng tính. Cần tệp .xlsx, .ods, .xls hoặc .csv.',
  'file.saveAsXlsx':
    'Chưa đọc được tệp loại {kind}. Mở tệp bằng Excel hoặc LibreOffice, chọn Tệp → Lưu thành, loại “Sổ làm việc Excel (.xlsx)”, rồi tải tệp mới lên.',
  'file.wordDocument':
    'Đây là tệp Word ({kind}), máy chỉ đọc bảng tính. Mở tệp bằng Word, bôi đen cả bảng rồi chép (Ctrl C); mở Excel, dán vào trang trống (Ctrl V), lưu thành .xlsx rồi tải tệp ấy lên.',
  'file.archive': 'Đây là tệp nén. Giải nén, rồi tải từng bảng tính lên.',
  'file.zip64':
    'Tệp được nén theo kiểu dành cho tệp rất lớn (ZIP64) nên không được mở. Mở bằng Excel, lưu lại rồi thử lại.',
  'file.zipBomb': 'Tệp bung ra quá {maxMb} MB nên không được mở. Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.unsafeArchive':
    'Bên trong tệp có phần ghi sai về chính nó ({entry}) nên không được mở. Mở bằng Excel, lưu lại rồi thử lại.',
  'file.unsafeXml':
    'Bên trong tệp có phần không an toàn ({part}) nên không được mở. Mở bằng Excel, lưu lại rồi thử lại.',
  'file.tooManySheets': 'Tệp có quá {max} trang. Chép các trang có danh sách sang tệp mới rồi thử lại.',
  'file.tooManyRows':
    'Trang “{sheet}” có ô ghi ở quá dòng {max} (ô {cell}). Xóa các dòng thừa ở cuối trang, lưu lại rồi thử lại.',
  'file.tooManyColumns':
    'Trang “{sheet}” có ô ghi ở quá cột thứ {max} (ô {cell}). Xóa các cột thừa bên phải, lưu lại rồi thử lại.',
  'file.tooManyCells': 'Tệp có quá nhiều ô (giới hạn {max}). Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.tooManyMerges': 'Tệp có quá nhiều ô gộp (giới hạn {max}). Bỏ gộp ô ở phần không cần rồi thử lại.',
  'file.tooManyStrings':
    'Tệp có quá nhiều đoạn chữ (giới hạn {max}). Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.tooManyDoubts':
    'Tệp có quá {max} chỗ phải xem lại, có lẽ không phải danh sách Tổ. Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.tooMuchText':
    'Tệp có quá nhiều chữ (giới hạn {max} ký tự). Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.tooMuchMemory':
    'Đọc tệp cần hơn {maxMb} MB bộ nhớ nên đã dừng. Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.encrypted': 'Tệp có mật khẩu. Bỏ mật khẩu, lưu lại rồi thử lại.',
  'file.damaged': 'Tệp bị hỏng, không đọc được. Mở bằng Excel, lưu lại rồi thử lại.',
  'file.tooSlow': 'Đọc tệp quá {seconds} giây nên đã dừng. Chép riêng bảng danh sách sang tệp mới rồi thử lại.',
  'file.busy': 'Máy chủ đang đọc tệp của người khác. Chờ {seconds} giây rồi thử lại.',
  'roster.severity.must_fix': 'Phải sửa',
  'roster.severity.choose': 'Cần chọn',
  'roster.severity.auto_fixed': 'Tự sửa được',
  'roster.severity.info': 'Ghi chú',
  'roster.notes': 'Ghi chú lỗi',
} as const;
export type FindingWords = Record<keyof typeof findingsVi, string>;
