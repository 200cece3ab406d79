const words =
  /^(Nước|Tỉnh|Thành phố|Huyện|Thị xã|Quận|Xã|Thị trấn|Phường|Đặc khu|Thôn|Bản|Phố|Khu phố|Tổ dân phố)(?= )/;

/** A place's full name as it stands inside a sentence: "xã Minh Sơn", not "Xã Minh Sơn". */
export function placeInside(fullName: string): string {
  return fullName.replace(words, (word) => word.toLowerCase());
}
