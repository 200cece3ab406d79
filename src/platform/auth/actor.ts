import type { Role } from '#contracts/enums';

/** A post that a person holds today: what carries rights, and where. */
export interface ActorPost {
  id: string;
  role: Role;
  /** The officer's unit, or the unit of the member's team. */
  unitId: string;
  teamId: string | null;
}

/** Who acts: a person, with all posts of today, through one session, or from a chat and then with an empty session id. */
export interface Actor {
  personId: string;
  fullName: string;
  language: 'vi' | 'en';
  sessionId: string;
  posts: ActorPost[];
  /** Filled by the policy with the post that allowed the act. */
  postId?: string;
  /** The client's Idempotency-Key of this command. */
  commandId?: string;
}

/** Membership implements this: platform knows no people. */
export abstract class IdentityPort {
  /** The actor behind a session token's hash, or undefined when the session is over. Slides the session's end. */
  abstract resolve(tokenHash: Buffer): Promise<Actor | undefined>;
}
