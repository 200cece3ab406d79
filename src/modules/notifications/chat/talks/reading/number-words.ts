/** Small numbers as people write them out: "hai mươi lăm", "một trăm", without marks too. */
const digits: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
/** What is counted stands behind a number; without it "ba" is somebody's father. */
const counted =
  /^(luot|nguoi|lan|ho|buoi|cuoc|cai|viec|bai|bo|tai khoan|san pham|gian hang|cu|ba con|ho so|don|giao dich|vi|ma|thu tuc)(?=\s|$)/;

/** The number at the start of folded words, and how many letters it takes; undefined when there is none. */
export function numberInWords(folded: string): { value: number; length: number } | undefined {
  const words = [...folded.matchAll(/\S+/g)];
  let total = 0;
  let pending: number | undefined;
  let used = 0;
  for (const { 0: word, index } of words) {
    const digit = digits[word];
    if (word === 'tram' && pending !== undefined) [total, pending] = [total + pending * 100, undefined];
    else if (word === 'muoi' || word === 'chuc')
      [total, pending] = [total + (pending === undefined ? 1 : pending) * 10, undefined];
    else if ((word === 'linh' || word === 'le') && total > 0 && pending === undefined) pending = undefined;
    else if (digit !== undefined && pending === undefined) pending = digit;
    else break;
    used = index + word.length;
    // "Năm lượt", "tư", "sáu": the shortest number that is followed by what is counted.
    if (counted.test(folded.slice(used).trimStart())) break;
  }
  const value = total + (pending ?? 0);
  return value > 0 && counted.test(folded.slice(used).trimStart()) ? { value, length: used } : undefined;
}
