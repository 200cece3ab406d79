/** What `npm run backup` and `npm run restore` say when they cannot go on. */
export const backupVi = {
  notABackup:
    'Thư mục {dir} không có bản sao lưu nào (không thấy manifest.json). Ghi đúng thư mục mà lệnh sao lưu đã ghi vào.',
  unfinished:
    'Bản sao lưu trong {dir} bị ngắt giữa chừng nên không dùng được. Lấy bản khác; lần sao lưu sau vào thư mục này tự dọn phần dở.',
  manifestDamaged: 'Tệp manifest.json trong {dir} bị hỏng. Chép lại cả thư mục từ nơi cất gốc, hoặc lấy bản khác.',
  newerVersion:
    'Bản sao lưu do phiên bản mới hơn ({version}) làm ra, có bước {step} mà phiên bản này không biết. Cài phiên bản đó hoặc mới hơn rồi khôi phục lại.',
  partMissing: 'Bản sao lưu thiếu tệp {part}. Chép lại cả thư mục từ nơi cất gốc, hoặc lấy bản khác.',
  partDamaged:
    'Tệp {part} trong bản sao lưu khác với lúc ghi (sai mã băm). Chép lại tệp này từ nơi cất gốc, hoặc lấy bản khác.',
  keyNeeded: 'Bản sao lưu được mã hóa cho khóa {recipients}. Thêm --identity và tệp khóa riêng ứng với khóa đó.',
  wrongKey:
    'Khóa riêng đã đưa không mở được bản sao lưu này: nó được mã hóa cho {recipients}. Dùng tệp khóa ứng với một trong các khóa đó.',
  keyUnreadable: 'Không đọc được khóa trong tệp {file}. Tệp cần có một dòng bắt đầu bằng AGE-SECRET-KEY-1.',
  keyExists: 'Đã có tệp {file}. Ghi khóa mới vào một tệp khác: mất khóa cũ là mất các bản sao lưu cũ.',
  badRecipient: '“{recipient}” không phải khóa công khai của age. Khóa đúng bắt đầu bằng age1.',
  databaseNotEmpty:
    'Cơ sở dữ liệu đích không trống: có {holds}. Khôi phục vào một cơ sở dữ liệu mới (đặt DATABASE_URL hoặc DATA_DIR khác); máy không ghi đè lên dữ liệu đang có.',
  filesNotEmpty:
    'Thư mục {dir} đang có {n} tệp không thuộc bản sao lưu này. Đặt DATA_DIR khác, hoặc chuyển các tệp đó đi.',
  targetTaken: 'Thư mục {dir} không trống ({what}). Sao lưu vào một thư mục mới hoặc trống.',
  busy: 'Đang có một lần sao lưu khác chạy trên cơ sở dữ liệu này. Đợi xong rồi chạy lại.',
  migrating: 'Cơ sở dữ liệu đang được nâng cấp. Đợi xong rồi sao lưu.',
  nothingToBackUp: 'Cơ sở dữ liệu này chưa có gì của Tổ Số. Kiểm tra lại DATABASE_URL hoặc DATA_DIR.',
  diskFull: 'Ổ đĩa của {dir} đã đầy, phần ghi dở đã được xóa. Thêm chỗ trống, hoặc đặt nơi sao lưu khác.',
  mayNotCreate:
    'Tài khoản cơ sở dữ liệu không được phép tạo cơ sở dữ liệu tạm để kiểm tra. Cấp quyền CREATEDB, hoặc chạy --verify với một DATABASE_URL có quyền đó.',
  interrupted: 'Sao lưu bị dừng vì máy chủ dừng.',
} as const;
