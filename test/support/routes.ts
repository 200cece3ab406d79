/** How people are reached: addresses in each channel, without the platforms' own proofs. */
import { v7 } from 'uuid';
import type { AccountSpace } from '#contracts/enums';
import { sql } from '#platform/database';
import type { TestApp } from './app.ts';

export interface Reached {
  id: string;
}

export const mailOf = ({ id }: Reached): string => `${id}@x.example`;

export async function giveMail(app: TestApp, ...people: Reached[]): Promise<void> {
  for (const person of people)
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${person.id}, ${mailOf(person)}, true, ${app.clock.now()})`,
    );
}

/** A linked account; gives its id on the platform. */
export async function giveAccount(app: TestApp, person: Reached, space: AccountSpace): Promise<string> {
  const externalId = BigInt(`0x${person.id.replaceAll('-', '').slice(-13)}`).toString();
  await app.database.rows(
    sql`insert into account_scopes (space, scope) values (${space}, ${'emulated'}) on conflict do nothing`,
  );
  await app.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
      select ${v7()}, ${person.id}, ${space}, s.scope, ${externalId}, 'invite', ${app.clock.now()} from account_scopes s
        where s.space = ${space}`,
  );
  return externalId;
}

/** The person wrote to the Official Account so many hours ago, and so many messages went since. */
export async function wroteToOa(app: TestApp, userId: string, hoursAgo: number, sentSince = 0): Promise<void> {
  const now = app.clock.now();
  const value2 = new Date(now.getTime() - hoursAgo * 3_600_000);
  await app.database.rows(
    sql`insert into address_states (channel, address, last_inbound_at, sent_since, changed_at)
      values ('zalo-oa', ${userId}, ${value2}, ${sentSince}, ${now})
     on conflict (channel, address) do update set last_inbound_at = ${value2}, sent_since = ${sentSince}`,
  );
}

export async function signOutEverywhere(app: TestApp, ...people: Reached[]): Promise<void> {
  await app.database.rows(
    sql`update sessions set ended_at = ${app.clock.now()} where person_id = any(${people.map(({ id }) => id)})`,
  );
}

export interface DeliveryRow {
  person_id: string;
  channel: string;
  state: string;
  failure_code: string | null;
  repeats: number;
}

/** By person and channel, of the order's own message. */
export function deliveriesOf(app: TestApp, assignmentId: string): Promise<DeliveryRow[]> {
  return app.database.rows(
    sql`select d.person_id, d.channel, d.state, d.failure_code, d.repeats from deliveries d join messages m on m.id = d.message_id
      where m.assignment_id = ${assignmentId} and m.kind = 'taskAssigned' order by d.person_id, d.chunk_id`,
  );
}
