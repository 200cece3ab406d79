/** A name or phrase as it stands within a sentence: "xã Thọ Bình". */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Initials of the last two words: "Lê Thị Hoa" -> "TH". */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
