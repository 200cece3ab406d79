import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database } from '#platform/database';
import { photoErrors } from '../tasks.errors.ts';

const VALID_MS = 5 * 60_000;
const SECRET_NAME = 'photo-links';

/**
 * Signed addresses of five minutes: an <img> can carry no session. Who gets one has passed the unit's scope before.
 * The key is SECRET_KEY, or one that is made once and kept in the database for all processes.
 */
@Injectable()
export class PhotoLinks {
  private kept: Promise<string> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A function that signs many links with one look at the key. */
  async signer(): Promise<(photoId: string) => string> {
    const key = await this.key();
    const expires = String(Math.ceil((this.clock.now().getTime() + VALID_MS) / 1000));
    return (photoId) => `/api/v1/photos/${photoId}?expires=${expires}&signature=${signatureOf(key, photoId, expires)}`;
  }

  /** @throws photo.linkExpired */
  async check(photoId: string, expires: string, signature: string): Promise<void> {
    const expected = Buffer.from(signatureOf(await this.key(), photoId, expires));
    const given = Buffer.from(signature);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    if (!genuine || Number(expires) * 1000 < this.clock.now().getTime()) throw photoErrors.linkExpired();
  }

  private key(): Promise<string> {
    if (this.env.SECRET_KEY) return Promise.resolve(this.env.SECRET_KEY);
    this.kept ??= this.keptKey().catch((error: unknown) => {
      this.kept = undefined;
      throw error;
    });
    return this.kept;
  }

  private async keptKey(): Promise<string> {
    await this.database.rows('insert into secrets (name, value) values ($1, $2) on conflict do nothing', [
      SECRET_NAME,
      randomBytes(32).toString('base64url'),
    ]);
    return (await this.database.one<{ value: string }>('select value from secrets where name = $1', [SECRET_NAME]))
      ?.value as string;
  }
}

function signatureOf(key: string, photoId: string, expires: string): string {
  return createHmac('sha256', key).update(`photo ${photoId} ${expires}`).digest('base64url');
}
