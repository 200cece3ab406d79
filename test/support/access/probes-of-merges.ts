/** Asking about two records of one person. */
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { buildMember } from '../people.ts';
import { A, A1, type Probe } from './probe.ts';
import type { World } from './world.ts';

let made = 0;

/** Two in team A1 of one name and one proved number: whoever decides about accounts there may make them one. */
async function oneTwice({ app, teams }: World): Promise<[string, string]> {
  const phone = `+8451277${1_000 + made++}`;
  const build = () => buildMember(app, { teamId: teams.A1, fullName: 'Lê Thị Hai Lần', phone, signedIn: false });
  const [first, second] = [await build(), await build()];
  await app.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, phone_e164, linked_at)
      values (${v7()}, ${second.id}, 'zalo-app', 'app', ${phone}, 'phone', ${phone}, ${app.clock.now()})`,
  );
  return [first.id, second.id];
}

export const merges = {
  mergeCandidates: { at: A, ask: async (world) => ({ params: { personId: (await oneTwice(world))[0] } }) },
  previewMerge: {
    at: A,
    ask: async (world) => {
      const [personId, absorbedId] = await oneTwice(world);
      return { params: { personId }, query: { absorbedId } };
    },
  },
  mergePeople: {
    at: A,
    ask: async (world) => {
      const [personId, absorbedId] = await oneTwice(world);
      const proofs = { survivorProof: 'met', absorbedProof: 'called' };
      return { params: { personId }, body: { absorbedId, reason: 'Nhập trùng từ hai danh sách', ...proofs } };
    },
  },
  /** Nobody of them has an address, and there is no mail server here: they are named. */
  mailInvites: {
    at: A1,
    ask: async (world) => ({ body: { personIds: [(await oneTwice(world))[0]] } }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
