import type { Role } from '#contracts/enums';

/** A post that a person holds today: what carries rights, and where. */
export interface ActorPost {
  id: string;
  role: Role;
  /** The officer's unit, or the unit of the member's team. */
  unitId: string;
  teamId: string | null;
}

/** A post that ended with its unit: for some days more its holder reads that unit's past, and does nothing. */
export interface PastPost extends Omit<ActorPost, 'teamId'> {
  /** The last day of the unit. */
  lastDay: string;
  /** The first day on which nothing is read any more. */
  until: string;
}

/** Who acts: a person, with all posts of today, through one session, or from a chat and then with an empty session id. */
export interface Actor {
  personId: string;
  fullName: string;
  language: 'vi' | 'en';
  sessionId: string;
  posts: ActorPost[];
  /** Absent of whoever has none, and of every request that could change something. */
  past?: PastPost[];
  /** Not wholly signed in: what the session may do until then stands in the contract. */
  awaits?: 'code' | 'enrolment';
  /** What the person has not shown within ten minutes, and could. */
  unproven?: 'code' | 'password';
  /** The same, where it is asked for before what weighs much: of whoever has a second factor, of others by a rule. */
  owes?: 'code' | 'password';
  /** Filled by the policy with the post that allowed the act. */
  postId?: string;
  /** The client's Idempotency-Key of this command. */
  commandId?: string;
  /** The act on many that this is one part of: what it tells is held as long as the act, and leaves with it. */
  act?: { id: string; until: string };
  /** The console's screen from which the request came, as the console says: kept in the log, trusted for nothing. */
  screen?: string;
}

/** The unit of the post by which somebody acts; of the first one where none has been noted. */
export function unitOf({ posts = [], postId }: Pick<Actor, 'postId'> & Partial<Pick<Actor, 'posts'>>): string | null {
  return (posts.find(({ id }) => id === postId) ?? posts[0])?.unitId ?? null;
}

/** The same for an event that says whose office did it; nothing of whoever holds none. */
export function byOffice(actor: Parameters<typeof unitOf>[0]): { byUnitId?: string } {
  const byUnitId = unitOf(actor);
  return byUnitId === null ? {} : { byUnitId };
}

/** Codes and data, no words: the phone says it. */
export interface SessionOver {
  /** Of a session that ran out while its person held no place any more: `left`. */
  why: 'lost' | 'signed_out' | 'changed' | 'expired' | 'left';
  /** When it ended; of `left` the first day without a place. */
  at: string;
  /** Who ended it, with the role that the guidance names. */
  by?: string;
  role?: string;
  [name: string]: string | undefined;
}

/** Membership implements this: platform knows no people. */
export abstract class IdentityPort {
  /** The actor behind a session token's hash, or undefined when the session is over. Slides the session's end. */
  abstract resolve(tokenHash: Buffer): Promise<Actor | undefined>;

  /** Why that session is over, for whoever holds its token; nothing for a token that never was one. */
  abstract whyOver(tokenHash: Buffer): Promise<SessionOver | undefined>;
}
