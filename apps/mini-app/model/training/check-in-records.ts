/**
 * Who is in, as a trainer's phone knows it: the pack of the server with this phone's own check-ins on top. Pure. Each
 * person counts once, however often and by however many phones they were checked in.
 */
import type { CheckInPack, CheckIns, Command } from '#client';

export type CheckIn = CheckIns['items'][number];
export type CheckInPerson = CheckInPack['people'][number];

export interface Tick {
  item: CheckIn;
  commandId: string;
  state: 'saved' | 'sent';
}
export interface CheckInRecords {
  people: readonly (CheckInPerson & { thereAt: string | undefined })[];
  /** Made on this phone and still standing, the latest first. */
  ticks: readonly Tick[];
  /** Not taken by the server, with its code. */
  refused: readonly { item: CheckIn; code: string }[];
  there: number;
  unsent: number;
}

export const checkInLane = (sessionId: string): string => `door:${sessionId}`;
export const itemsOf = ({ body }: Command): CheckIn[] => (body as CheckIns).items;

interface Made {
  item: CheckIn;
  command: Command;
}
const whoIs = ({ personId, clientId }: CheckIn): string => personId ?? clientId;
const codeOf = ({ item, command }: Made): string | undefined => command.refs?.[item.clientId] ?? command.refusal?.code;

/** @param packAt when the pack came: what this phone had sent before is in its numbers */
export function checkInRecords(pack: CheckInPack, packAt: number, commands: readonly Command[]): CheckInRecords {
  const made = madeHere(pack.session.id, commands);
  const standing = onceEach(made.filter((one) => !codeOf(one)));
  const mine = new Map(standing.map(({ item }) => [whoIs(item), item.at]));
  const people = pack.people.map((one) => ({ ...one, thereAt: one.checkedInAt ?? mine.get(one.person.id) }));
  const listed = new Set(people.map(({ person }) => person.id));
  const there = new Set([...mine.keys(), ...people.flatMap((one) => (one.thereAt ? one.person.id : []))]);
  const known = ({ item, command }: Made) =>
    listed.has(whoIs(item)) || (command.state === 'sent' && (command.sentAt ?? 0) <= packAt);
  // Those on no list: the server's, and mine that it did not know of when the pack came.
  const others = Math.max(0, pack.session.attended - pack.people.filter((one) => one.checkedInAt).length);
  return {
    people,
    ticks: standing.map(tickOf).sort((a, b) => (a.item.at < b.item.at ? 1 : -1)),
    refused: onceEach(made.filter((one) => codeOf(one) && !there.has(whoIs(one.item)))).map((one) => ({
      item: one.item,
      code: codeOf(one) ?? '',
    })),
    there: people.filter(({ thereAt }) => thereAt).length + others + standing.filter((one) => !known(one)).length,
    unsent: standing.filter(({ command }) => command.state !== 'sent').length,
  };
}

const tickOf = ({ item, command }: Made): Tick => ({
  item,
  commandId: command.id,
  state: command.state === 'sent' ? 'sent' : 'saved',
});

/** What this phone checked in and did not take back. */
function madeHere(sessionId: string, commands: readonly Command[]): Made[] {
  const lane = commands.filter((command) => command.lane === checkInLane(sessionId));
  const undone = new Set(
    lane.flatMap(({ kind, state, view }) => (kind === 'training.undo' && state !== 'refused' ? view.clientId : [])),
  );
  return lane
    .filter(({ kind }) => kind === 'training.door')
    .flatMap((command) => itemsOf(command).map((item) => ({ item, command })))
    .filter(({ item }) => !undone.has(item.clientId));
}

/** One of each person: what was sent before what waits, the earlier before the later. */
function onceEach(made: readonly Made[]): Made[] {
  const found = new Map<string, Made>();
  for (const one of made) {
    const before = found.get(whoIs(one.item));
    if (!before || (before.command.state !== 'sent' && one.command.state === 'sent')) found.set(whoIs(one.item), one);
  }
  return [...found.values()];
}

/** Of somebody on the list, or let in by this phone. */
export function nameAt(
  records: CheckInRecords,
  personId: string,
): { name: string | undefined; thereAt: string | undefined } {
  const listed = records.people.find(({ person }) => person.id === personId);
  const tick = records.ticks.find(({ item }) => item.personId === personId);
  return { name: listed?.person.fullName, thereAt: listed?.thereAt ?? tick?.item.at };
}
