/** Asking about accounts of messaging platforms. */
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { buildMember } from '../people.ts';
import { A, A1, type Probe, TOP } from './probe.ts';
import type { World } from './world.ts';

let made = 0;

/** An account of an agency's provider that waits. */
async function ofAgency({ app }: World): Promise<string> {
  const id = v7();
  await app.database.rows(
    sql`insert into agency_accounts (id, issuer, subject, said_name, said_email, asked_at)
      values (${id}, 'https://idp.example', ${`99${made++}`}, 'Bà con', '', ${app.clock.now()})`,
  );
  return id;
}

/** An account of team A1's member, tied by an invite. */
async function account(world: World): Promise<string> {
  const id = v7();
  await world.app.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
      values (${id}, ${world.people.member.id}, 'zalo-app', 'app', ${`77${made++}`}, 'invite', ${world.app.clock.now()})`,
  );
  return id;
}

/** An account that waits, with the number of team A1's member, who is a candidate by that. */
async function request(world: World): Promise<string> {
  const id = v7();
  await world.app.database.rows(
    sql`insert into account_scopes (space, scope) values ('zalo-app', 'app') on conflict (space) do nothing`,
  );
  await world.app.database.rows(
    sql`insert into link_requests (id, space, scope, external_id, display_name, phone_e164, reason, asked_at)
     select ${id}, s.space, s.scope, ${`88${made++}`}, 'Bà con', f.e164, 'several', ${world.app.clock.now()} from phones f
       join account_scopes s on s.space = 'zalo-app' where f.person_id = ${world.people.member.id}`,
  );
  return id;
}

export const accounts = {
  liftSecondFactor: {
    at: A1,
    ask: async ({ app, teams }) => {
      const { id } = await buildMember(app, { teamId: teams.A1, signedIn: false });
      await app.database.rows(
        sql`insert into second_factors (id, person_id, sealed, made_at, confirmed_at)
          values (${v7()}, ${id}, '', ${app.clock.now()}, ${app.clock.now()})`,
      );
      return { params: { personId: id }, body: { reason: 'Mất điện thoại, đã gọi lại' } };
    },
  },
  personAccounts: { at: A, ask: (world) => ({ params: { personId: world.people.member.id } }) },
  unlinkAccount: {
    at: A,
    ask: async (world) => ({ params: { personId: world.people.member.id, accountId: await account(world) } }),
  },
  agencyAccounts: { at: TOP, ask: () => ({}) },
  decideAgencyAccount: {
    at: TOP,
    ask: async (world) => ({ params: { accountId: await ofAgency(world) }, body: { personId: null } }),
  },
  endAgencyAccount: { at: TOP, ask: async (world) => ({ params: { accountId: await ofAgency(world) } }) },
  linkRequests: { at: A, anywhere: true, ask: () => ({}) },
  decideLinkRequest: {
    at: A1,
    hidden: true,
    ask: async (world) => ({
      params: { requestId: await request(world) },
      body: { personId: world.people.member.id },
    }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
