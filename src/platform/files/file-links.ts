import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Secrets } from '#platform/secrets';
import { photoErrors } from './file.errors.ts';

const VALID_MS = 5 * 60_000;

/**
 * Signed addresses of five minutes: an <img> can carry no session. Who gets one has passed the unit's scope before.
 * `/api/v1/photos/...` names a photo by its row, `/api/v1/files/...` a file by its content.
 */
@Injectable()
export class FileLinks {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A function that signs many links with one look at the key. */
  async signer(kind: 'photo' | 'file' = 'photo'): Promise<(id: string) => string> {
    const key = await this.key();
    const expires = String(Math.ceil((this.clock.now().getTime() + VALID_MS) / 1000));
    return (id) => `/api/v1/${kind}s/${id}?expires=${expires}&signature=${signatureOf(key, `${kind} ${id}`, expires)}`;
  }

  /** @throws photo.linkExpired */
  async check(kind: 'photo' | 'file', id: string, expires: string, signature: string): Promise<void> {
    const expected = Buffer.from(signatureOf(await this.key(), `${kind} ${id}`, expires));
    const given = Buffer.from(signature);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    if (!genuine || Number(expires) * 1000 < this.clock.now().getTime()) throw photoErrors.linkExpired();
  }

  private key(): Promise<string> {
    return this.secrets.of('photo-links');
  }
}

function signatureOf(key: string, what: string, expires: string): string {
  return createHmac('sha256', key).update(`${what} ${expires}`).digest('base64url');
}
