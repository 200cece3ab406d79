import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { addDays, endOfDay } from '#i18n';
import { hashToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { SlipCodes } from './slip-codes.ts';

interface Print {
  personIds: readonly string[];
  /** The end of the day in a week when absent. */
  expiresAt?: Date;
  madeBy: string;
  /** Of slips that go on paper together. */
  printId?: string;
}

export interface OpenSlip {
  id: string;
  isOfficer: boolean;
  fullName: string;
  madeAt: Date;
  expiresAt: Date;
}

const VALID_DAYS = 7;

/** Writes the invites of slips, many at once. */
@Injectable()
export class SlipWriter {
  constructor(
    private readonly codes: SlipCodes,
    private readonly clock: Clock,
  ) {}

  /** Ends the people's earlier invites of any kind. */
  async write(tx: Tx, { personIds, expiresAt, madeBy, printId }: Print): Promise<void> {
    const now = this.clock.now();
    const over = expiresAt ?? new Date(endOfDay(addDays(this.clock.today(), VALID_DAYS)));
    await execute(
      tx,
      sql`update invites set revoked_at = ${now} where person_id = any(${personIds}) and used_at is null
        and rejected_at is null and revoked_at is null`,
    );
    await execute(
      tx,
      sql`update access_requests set closed_at = ${now} where person_id = any(${personIds}) and closed_at is null`,
    );
    const made = await this.made(tx, personIds.length);
    await execute(
      tx,
      sql`insert into invites (id, code_hash, slip_hash, print_id, person_id, kind, created_by, created_at, expires_at)
        select n.id, n.code_hash, n.slip_hash, ${printId ?? null}::uuid, n.person_id,
               case when exists (select 1 from posts o where o.person_id = n.person_id
                 and o.validity @> ${this.clock.today()}::date) then 'officer' else 'member' end,
               ${madeBy}::uuid, ${now}::timestamptz, ${over}::timestamptz
          from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ codeHash }) => codeHash)}::bytea[],
                 ${made.map(({ slipHash }) => slipHash)}::bytea[], ${personIds}::uuid[])
               as n(id, code_hash, slip_hash, person_id)`,
    );
  }

  /** The one that is good. */
  async open(tx: Tx, personId: string): Promise<OpenSlip | undefined> {
    const [row] = await rowsOf<OpenSlip>(
      tx,
      sql`select i.id, i.kind = 'officer' as "isOfficer", p.full_name as "fullName", i.created_at as "madeAt",
              i.expires_at as "expiresAt"
         from invites i join people p on p.id = i.person_id and p.anonymised_at is null
        where i.person_id = ${personId} and i.slip_hash is not null and i.used_at is null and i.rejected_at is null
          and i.revoked_at is null and i.expires_at > ${this.clock.now()}`,
    );
    return row;
  }

  /** Ids whose six letters no open slip has. */
  private async made(tx: Tx, n: number): Promise<{ id: string; codeHash: Buffer; slipHash: Buffer }[]> {
    const made = new Map<string, { id: string; codeHash: Buffer; slipHash: Buffer }>();
    while (made.size < n) {
      const id = v7();
      const slipHash = await this.codes.hashOf(await this.codes.short(id));
      made.set(slipHash.toString('base64'), { id, slipHash, codeHash: hashToken(await this.codes.long(id)) });
      if (made.size < n) continue;
      const taken = await rowsOf<{ hash: Buffer }>(
        tx,
        sql`select slip_hash as hash from invites where slip_hash = any(${[...made.values()].map((one) => one.slipHash)})
          and used_at is null and rejected_at is null and revoked_at is null`,
      );
      for (const { hash } of taken) made.delete(hash.toString('base64'));
    }
    return [...made.values()];
  }
}
