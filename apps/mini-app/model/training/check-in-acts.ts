/** Checking people in: what was scanned, read aloud, ticked or written becomes one item of a waiting command. */
import { type CheckInPack, type CommandDraft, uuid } from '#client';
import { checkMemberCode, type CodeRefusal, personOfDigits } from '#contracts/training/check-in-codes';
import { now } from '../clock.ts';
import { commands } from '../queue/kept-commands.ts';
import { dropCommand, enqueue } from '../queue/enqueue.ts';
import { openQueue } from '../queue/queue.ts';
import { t } from '../words/words.ts';
import { type CheckIn, checkInLane, itemsOf, type Tick } from './check-in-records.ts';

/** A set that has not left yet takes so many; the next begins a new one. */
const MOST = 40;

export type Found = { personId: string; item: CheckIn } | { why: CodeRefusal };
const base = (): Pick<CheckIn, 'clientId' | 'at'> => ({ clientId: uuid(), at: new Date(now()).toISOString() });

export async function readMember({ secret, session }: CheckInPack, code: string): Promise<Found> {
  const made = base();
  const read = await checkMemberCode(code, { secret, sessionId: session.id, at: new Date(made.at) });
  if (!read.ok) return { why: read.why };
  return { personId: read.personId, item: { ...made, personId: read.personId, method: 'scanned', code } };
}

/** Undefined when the digits are nobody's on the list, or by chance two people's. */
export async function readDigits({ secret, people }: CheckInPack, digits: string): Promise<Found | undefined> {
  const made = base();
  const personIds = people.map(({ person }) => person.id);
  const personId = await personOfDigits(digits, { secret, personIds, at: new Date(made.at) });
  return personId ? { personId, item: { ...made, personId, method: 'six_digits', code: digits } } : undefined;
}

export const byName = (personId: string): CheckIn => ({ ...base(), personId, method: 'by_name' });
export const walkIn = (fullName: string): CheckIn => ({
  ...base(),
  personId: null,
  fullName: fullName.trim().replace(/\s+/g, ' ').normalize('NFC'),
  method: 'walk_in',
});

export function checkInDraft({ id, title }: CheckInPack['session'], items: readonly CheckIn[]): CommandDraft {
  return {
    kind: 'training.door',
    lane: checkInLane(id),
    method: 'POST',
    path: `/training/sessions/${id}/check-ins`,
    body: { items },
    view: { sessionId: id, title: t('tr.queue.checkIn', { n: items.length, title }) },
  };
}

/**
 * Kept first, sent when the network allows. A set that still waits grows instead of a line for each person; should the
 * old one leave all the same, the server knows each item by its id.
 */
export async function checkIn({ session }: CheckInPack, item: CheckIn): Promise<void> {
  const [waiting] = commands.value
    .filter(({ kind, lane, state, attempts }) => {
      const isMine = kind === 'training.door' && lane === checkInLane(session.id);
      return isMine && state === 'saved' && attempts > 0;
    })
    .filter((command) => itemsOf(command).length < MOST);
  if (!waiting) return void (await enqueue(checkInDraft(session, [item])));
  await (await openQueue()).replace(waiting.id, checkInDraft(session, [...itemsOf(waiting), item]));
}

/** What has not left is taken out of its set; what the server has is refused there, so that the person may come again. */
export async function takeBack({ session }: CheckInPack, { commandId, item }: Pick<Tick, 'commandId' | 'item'>) {
  const command = commands.value.find(({ id }) => id === commandId);
  if (command?.state === 'saved') {
    const rest = itemsOf(command).filter(({ clientId }) => clientId !== item.clientId);
    if (rest.length === 0) {
      if ((await dropCommand(commandId)) === 'removed') return;
    } else {
      await (await openQueue()).replace(commandId, checkInDraft(session, rest));
      if (!commands.value.some(({ id }) => id === commandId)) return;
    }
  }
  await enqueue({
    kind: 'training.undo',
    lane: checkInLane(session.id),
    method: 'POST',
    path: `/training/check-ins/${item.clientId}/decision`,
    body: { counts: false },
    view: { sessionId: session.id, clientId: item.clientId, title: t('tr.queue.undo', { title: session.title }) },
  });
}

/** The same, for one that was made a moment ago: its set may have grown since. */
export async function takeBackItem(pack: CheckInPack, item: CheckIn): Promise<void> {
  const isIn = (one: CheckIn) => one.clientId === item.clientId;
  const command = commands.value.find((one) => one.kind === 'training.door' && itemsOf(one).some(isIn));
  if (command) await takeBack(pack, { commandId: command.id, item });
}
