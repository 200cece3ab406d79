import { hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { Secret } from './secret.entity.ts';

/** The installation's key material: SECRET_KEY, or one secret per use that is made once and kept for all processes. */
@Injectable()
export class Secrets {
  private readonly known = new Map<string, Promise<string>>();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
  ) {}

  /** The caller binds it to its use: two uses must never sign or seal the same text. */
  of(use: string): Promise<string> {
    if (this.env.SECRET_KEY) return Promise.resolve(this.env.SECRET_KEY);
    const known = this.known.get(use);
    if (known) return known;
    const found = this.kept(use).catch((error: unknown) => {
      this.known.delete(use);
      throw error;
    });
    this.known.set(use, found);
    return found;
  }

  /** For sealing: 32 bytes. @param purpose keeps what one SECRET_KEY seals apart by its use */
  async keyOf(use: string, purpose: string): Promise<Buffer> {
    return Buffer.from(hkdfSync('sha256', await this.of(use), '', purpose, 32));
  }

  private async kept(use: string): Promise<string> {
    await this.database.rows(
      sql`insert into secrets (name, value) values (${use}, ${randomBytes(32).toString('base64url')}) on conflict do nothing`,
    );
    return (await this.database.manager.findOneByOrFail(Secret, { name: use })).value;
  }
}
