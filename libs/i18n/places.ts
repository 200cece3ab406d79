const words =
  /^(Nước|Tỉnh|Thành phố|Huyện|Thị xã|Quận|Xã|Thị trấn|Phường|Đặc khu|Thôn|Bản|Phố|Khu phố|Tổ dân phố)(?= )/;

/** A place's full name as it stands inside a sentence: "xã Minh Sơn", not "Xã Minh Sơn". */
export function placeInside(fullName: string): string {
  return fullName.replace(words, (word) => word.toLowerCase());
}

/** Where an installation begins, above all provinces, there is no People's Committee: nobody speaks but the system. */
export const SYSTEM_OFFICE = 'Tổ Số';

/** Who speaks for a unit: "UBND xã Minh Sơn". */
export const officeOf = ({ kind, fullName }: { kind: string; fullName: string }): string =>
  kind === 'country' ? SYSTEM_OFFICE : `UBND ${placeInside(fullName)}`;
