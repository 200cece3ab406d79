/** What sends teach about addresses: gone, moved, and how many texts went since the owner last wrote. */
import { Injectable } from '@nestjs/common';
import { NumbersApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { execute, type Sql, sql, type Tx } from '#platform/database';

export type AddressChange = { address: string } /** `noSuch`: nobody is there any more. */ & (
  | { kind: 'gone'; code: string; noSuch?: boolean | undefined }
  | { kind: 'moved'; to: string }
  /** `texts`: requests that one message was sent in. */
  | { kind: 'sent'; texts: number }
);

@Injectable()
export class AddressChanges {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: NumbersApi,
  ) {}

  async write(tx: Tx, channel: string, changes: readonly AddressChange[]): Promise<void> {
    if (changes.length === 0) return;
    const now = this.clock.now();
    const gone = new Map<string, string>();
    const dead = new Map<string, string>();
    const moved = new Map<string, string>();
    const sent = new Map<string, number>();
    for (const change of changes) {
      if (change.kind === 'gone') {
        gone.set(change.address, change.code);
        if (change.noSuch) dead.set(change.address, change.code);
      } else if (change.kind === 'moved') moved.set(change.address, change.to);
      else sent.set(change.address, (sent.get(change.address) ?? 0) + change.texts);
    }
    if (moved.size > 0) await execute(tx, movedSql(channel, now, moved));
    if (gone.size > 0) await execute(tx, goneSql(channel, now, gone));
    if (sent.size > 0) await execute(tx, sentSql(channel, now, sent));
    if (channel === 'email' && dead.size > 0) await this.numbers.mailboxesGone(tx, [...dead.keys()]);
    const numbers = channel === 'zalo-zbs' ? numbersOf(dead) : [];
    if (numbers.length > 0) await this.numbers.numbersGone(tx, new Map(numbers));
  }
}

/** Templates go to numbers or to accounts; what a number is known by begins with '+'. */
const numbersOf = (dead: ReadonlyMap<string, string>): [string, string][] =>
  [...dead].flatMap(([address, code]) => {
    const digits = /^phone:(\d+)$/.exec(address)?.[1];
    return digits ? [[`+${digits}`, code]] : [];
  });

/** Who wrote after the refusal is here again. */
const goneSql = (channel: string, now: Date, gone: ReadonlyMap<string, string>): Sql => sql`
  insert into address_states as s (channel, address, gone_at, gone_code, changed_at)
  select ${channel}::text, a, ${now}::timestamptz, left(c, 100), ${now}::timestamptz
    from unnest(${[...gone.keys()]}::text[], ${[...gone.values()]}::text[]) as g(a, c) order by a
  on conflict (channel, address) do update
    set gone_at = excluded.gone_at, gone_code = excluded.gone_code, changed_at = excluded.changed_at
    where s.gone_at is null and (s.last_inbound_at is null or s.last_inbound_at <= excluded.gone_at)`;

/** What had moved here before moves on too: one step leads from any old address to where it is now. */
const movedSql = (channel: string, now: Date, moved: ReadonlyMap<string, string>): Sql => sql`
  with news as materialized (
    select a, t from unnest(${[...moved.keys()]}::text[], ${[...moved.values()]}::text[]) as n(a, t)),
  earlier as (
    update address_states s set moved_to = news.t, changed_at = ${now}
      from news where s.channel = ${channel} and s.moved_to = news.a and s.address <> news.t)
  insert into address_states (channel, address, moved_to, changed_at)
  select ${channel}::text, a, t, ${now}::timestamptz from news order by a
  on conflict (channel, address) do update set moved_to = excluded.moved_to, changed_at = excluded.changed_at`;

const sentSql = (channel: string, now: Date, sent: ReadonlyMap<string, number>): Sql => sql`
  update address_states s set sent_since = s.sent_since + n.texts, changed_at = ${now}
    from unnest(${[...sent.keys()]}::text[], ${[...sent.values()]}::int[]) as n(address, texts)
   where s.channel = ${channel} and s.address = n.address`;
