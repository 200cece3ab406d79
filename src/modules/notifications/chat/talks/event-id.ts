import { createHash } from 'node:crypto';

/**
 * A UUID (of version 4's shape) that is always the same for the same words: the identity of a platform's event, and of
 * the command that it gives. Delivered twice, or worked twice after a crash, it is still one.
 */
export function eventId(...words: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
