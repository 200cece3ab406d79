/** Trainers' phones after a day without network: what each has seen, and the packets in which it brings it. */
import { randomInt, randomUUID } from 'node:crypto';
import { memberCode, personKey, sixDigits, WINDOW_MS } from '#contracts/training/check-in-codes';
import { shuffled } from './support/connections.ts';
import type { Invited, SeededSession } from './seeds/training.ts';

interface CheckIn {
  clientId: string;
  method: string;
  at: string;
  personId: string | null;
  code?: string;
  fullName?: string;
}
interface Seen {
  /** The person's id, or the name of a walk-in. */
  who: string;
  item: CheckIn;
}
export interface Packet {
  key: string;
  items: CheckIn[];
}
export interface Phone {
  who: string[];
  packets: Packet[];
}

const MINUTES = 50;
const PACKET = 40;

/** Of ten people: six show a code, one reads digits aloud, two are found by name, one is on no list. */
async function see({ sessionId, secret }: SeededSession, person: Invited, n: number, from: number): Promise<Seen> {
  const { personId } = person;
  const at = new Date(from + randomInt(MINUTES) * WINDOW_MS);
  const one = { clientId: randomUUID(), at: at.toISOString() };
  const kind = n % 10;
  if (kind === 9) {
    const who = `Khách ${one.clientId}`;
    return { who, item: { ...one, method: 'walk_in', personId: null, fullName: who } };
  }
  if (kind > 6) return { who: personId, item: { ...one, method: 'by_name', personId } };
  const key = await personKey(secret, personId);
  if (kind === 6)
    return { who: personId, item: { ...one, method: 'six_digits', personId, code: await sixDigits(key, at) } };
  const code = await memberCode(key, sessionId, personId, at);
  return { who: personId, item: { ...one, method: 'scanned', personId: null, code } };
}

/** A code of somebody whom nobody has seen, signed with another session's secret. */
async function forge(sessionId: string, { personId }: Invited, from: number): Promise<CheckIn> {
  const key = await personKey(Buffer.alloc(32, 7).toString('base64url'), personId);
  const code = await memberCode(key, sessionId, personId, new Date(from));
  return { clientId: randomUUID(), method: 'scanned', at: new Date(from).toISOString(), personId: null, code };
}

/** Items out of order, a third of them twice; packets out of order, half of them again: as they were and under a new key. */
function packetsOf(items: readonly CheckIn[]): Packet[] {
  const doubled = shuffled([...items, ...items.filter((_, i) => i % 3 === 0)]);
  const packets = Array.from({ length: Math.ceil(doubled.length / PACKET) }, (_, i) => ({
    key: randomUUID(),
    items: doubled.slice(i * PACKET, (i + 1) * PACKET),
  }));
  const again = packets.filter((_, i) => i % 2 === 0);
  const anew = again.map(({ items: sent }) => ({ key: randomUUID(), items: shuffled(sent) }));
  return shuffled([...packets, ...again, ...anew]);
}

/** @param people those who come, each seen by several phones, and those who stay away */
export async function phonesOf(
  session: SeededSession,
  [coming, away]: readonly [readonly Invited[], readonly Invited[]],
  { phones, checkIns }: { phones: number; checkIns: number },
): Promise<Phone[]> {
  const from = Date.now() - (MINUTES + 5) * WINDOW_MS;
  return Promise.all(
    Array.from({ length: phones }, async (_, phone) => {
      const share = Math.floor(checkIns / phones) + (phone < checkIns % phones ? 1 : 0);
      const seen = await Promise.all(
        Array.from({ length: share }, (__, n) => see(session, coming[randomInt(coming.length)] as Invited, n, from)),
      );
      const forged = await forge(session.sessionId, away[phone % away.length] as Invited, from);
      return { who: seen.map(({ who }) => who), packets: packetsOf([...seen.map(({ item }) => item), forged]) };
    }),
  );
}
