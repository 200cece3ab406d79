/** What stands in place of the name in lists of the past. */
export const ANONYMOUS = 'Người đã yêu cầu xóa';
