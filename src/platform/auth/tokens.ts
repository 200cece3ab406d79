import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url: session tokens. Only the hash is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** 128 random bits, base64url, 22 characters: invite codes. */
export function newInviteCode(): { code: string; hash: Buffer } {
  const code = randomBytes(16).toString('base64url');
  return { code, hash: hashToken(code) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
