/** A name or phrase as it stands within a sentence: "xã Thọ Bình". */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
