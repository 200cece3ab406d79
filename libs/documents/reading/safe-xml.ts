/** The text of one XML part of an archive, refused when it could do more than carry text. */
import { FileError } from '../workbook.ts';
import { over, type ReadLimits } from './limits.ts';

const openAngle = 60;

/**
 * @param limits given for a part that is built in memory as a whole: its tags and texts are measured
 * @throws FileError file.unsafeXml for a document type, entities or an encoding other than UTF-8; file.tooManyStrings,
 *   file.tooMuchText
 */
export function safeXml(part: Buffer, name: string, limits?: ReadLimits): string {
  if (part.subarray(0, 4).includes(0) || part[0] === 0xfe || part[0] === 0xff)
    throw new FileError('file.unsafeXml', { part: name.slice(0, 80) });
  for (let at = part.indexOf('<!'); at >= 0; at = part.indexOf('<!', at + 2)) {
    const third = part[at + 2];
    // '<!-' opens a comment, '<![' a CDATA section.
    if (third !== 45 && third !== 91) throw new FileError('file.unsafeXml', { part: name.slice(0, 80) });
  }
  if (limits) countTags(part, limits.maxTags);
  return new TextDecoder('utf-8').decode(part);
}

/** Of one piece of text, in bytes: a cell of Excel has 32,767 characters at most, each of at most four bytes. */
const maxPiece = 32_767 * 4;

/** One long text that many cells show would be looked at once for each of them. */
function countTags(part: Buffer, max: number): void {
  let tags = 0;
  let last = 0;
  for (let at = part.indexOf(openAngle); at >= 0; at = part.indexOf(openAngle, at + 1)) {
    if (at - last > maxPiece) throw over('file.tooMuchText', maxPiece / 4);
    last = at;
    tags += 1;
  }
  if (tags > max) throw over('file.tooManyStrings', max);
}
