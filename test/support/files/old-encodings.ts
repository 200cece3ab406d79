/** Text in the encodings of before Unicode, byte by byte, as old programs in offices still save it. */
const lower = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ';
const codes = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®¡¢£¤¥¦§';
const tcvn3 = new Map([...lower].map((letter, i) => [letter, [...codes][i] ?? '']));

/** TCVN3 (ABC). It has no marked capitals beyond seven; such letters are written small. */
export function inTcvn3(text: string): Buffer<ArrayBuffer> {
  const western = [...text].map((letter) => tcvn3.get(letter) ?? tcvn3.get(letter.toLocaleLowerCase('vi')) ?? letter);
  return Buffer.from(western.join(''), 'latin1');
}

const decoder = new TextDecoder('windows-1258');
const bytes1258 = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte])), byte]));

/** Windows-1258: letters with their shape in one byte, tone marks in a byte of their own behind. */
export function inWindows1258(text: string): Buffer<ArrayBuffer> {
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    const whole = bytes1258.get(letter);
    if (whole !== undefined) return [whole];
    const apart = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? '';
    const base = apart.replace(tone, '').normalize('NFC');
    return [base, tone].filter(Boolean).map((part) => bytes1258.get(part) ?? 63);
  });
  return Buffer.from(bytes);
}
