import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { inviteErrors } from '../../membership.errors.ts';
import { placeOf } from '#platform/http';

const WINDOW_MS = 3_600_000;
/** Wrong codes within an hour (docs/decisions/0255). */
export const slipLimits = { device: 5, address: 5, commune: 50 } as const;
const everywhere = hashOf('everywhere');

export interface SlipTry {
  address: string;
  device?: string | undefined;
}

/** Wrong six letters, counted by phone, by address and in all; by hashes. */
@Injectable()
export class SlipTries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the try before it is looked at, so that tries in parallel count too.
   * @returns call it when the code was right
   * @throws invite.tooManySlipTries with `minutes`, invite.onlyBySquare
   */
  async begin({ address, device }: SlipTry): Promise<() => Promise<void>> {
    const here = hashOf(`address ${placeOf(address)}`);
    const own = device ? hashOf(`device ${device}`) : undefined;
    const counted = [here, ...(own ? [own] : []), everywhere];
    const ids = counted.map(() => v7());
    await this.database.tx(async (tx) => {
      for (const lock of [here, ...(own ? [own] : [])].map((hash) => hash.readInt32BE()).sort((a, b) => a - b))
        await execute(tx, sql`select pg_advisory_xact_lock(${lock})`);
      await this.refuse(tx, here, own);
      await execute(
        tx,
        sql`insert into login_attempts (id, login_hash, at) select n.id, n.hash, ${this.clock.now()}
          from unnest(${ids}::uuid[], ${counted}::bytea[]) as n(id, hash)`,
      );
    });
    return async () => {
      await this.database.rows(sql`delete from login_attempts where id = any(${ids})`);
    };
  }

  private async refuse(tx: Tx, here: Buffer, own: Buffer | undefined): Promise<void> {
    const since = new Date(this.clock.now().getTime() - WINDOW_MS);
    const counts = await rowsOf<{ hash: Buffer; tries: number; first: Date }>(
      tx,
      sql`select login_hash as hash, count(*)::int as tries, min(at) as first from login_attempts
        where login_hash = any(${[here, everywhere, ...(own ? [own] : [])]}) and at > ${since} group by login_hash`,
    );
    const of = (hash: Buffer | undefined) => counts.find((row) => hash !== undefined && row.hash.equals(hash));
    for (const [row, most] of [
      [of(own), slipLimits.device],
      [of(here), slipLimits.address],
    ] as const) {
      if (!row || row.tries < most) continue;
      const waitMs = row.first.getTime() - since.getTime();
      throw inviteErrors
        .tooManySlipTries({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) })
        .after(Math.max(1, waitMs / 1_000));
    }
    const all = of(everywhere);
    if (all && all.tries >= slipLimits.commune * (await this.communes(tx)))
      throw inviteErrors.onlyBySquare().after(Math.max(1, (all.first.getTime() - since.getTime()) / 1_000));
  }

  /** With slips that are good; at least one. A wrong code belongs to no commune, so all of them share what is allowed. */
  private async communes(tx: Tx): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      tx,
      sql`select count(distinct c.ancestor_id)::int as n from invites i
        join person_places pp on pp.person_id = i.person_id and pp.validity @> ${this.clock.today()}::date
        join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_kind = 'commune'
        where i.slip_hash is not null and i.used_at is null and i.rejected_at is null and i.revoked_at is null
          and i.expires_at > ${this.clock.now()}`,
    );
    return Math.max(1, row?.n ?? 0);
  }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(`slip ${text}`).digest();
}
