import type { Actor } from '#platform/auth';
import type { ChatPartner } from './chat-partner.ts';

/** One turn with a person whom we know. The actor carries the command id of this turn. */
export interface ChatTurn {
  partner: ChatPartner;
  actor: Actor;
}
