import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import type { SendContent, SendInput, SendKindName } from '#contracts/membership/send-requests';
import type { Actor } from '#platform/auth';
import type { Reach } from './second-approval.ts';

type Of<U extends { kind: string }, K extends string> = Extract<U, { kind: K }>;

/** What would be sent now, and to whom. */
export interface Prepared<C = SendContent> {
  unitId: string;
  title: string;
  content: C;
  reach: Reach;
  draftId?: string;
}

export interface Approved {
  /** In whose name it goes. */
  askedBy: string;
  /** Of an order: unfinished ones like it that whoever approves has seen. */
  knowsOfSimilar: readonly string[];
}

export interface Sent {
  /** The order, or the campaign, that came of it. */
  resultId: string | null;
  /** Whom it went to, where that is chosen anew. */
  sentIds: readonly string[] | null;
}

/** One kind of act on very many; the module that does it says how. */
export interface SendKind<K extends SendKindName = SendKindName> {
  /** Who may do it, and so approve it. */
  action: Action;
  /** @throws what refuses it now: what could not be sent is put before nobody */
  prepare(actor: Actor, asked: Of<SendInput, K>): Promise<Prepared<Of<SendContent, K>>>;
  /** Teams or units that it would reach now; null where the content keeps each. Refuses nothing. */
  chosen: ((content: Of<SendContent, K>) => Promise<readonly string[]>) | null;
  /** Does it as the act itself would, within the transaction of the decision. Two have looked: it is not held to be taken back. */
  send(actor: Actor, content: Of<SendContent, K>, approved: Approved): Promise<Sent>;
}

/** All kinds of acts on very many that may wait for a second officer. Modules above say how theirs are done. */
@Injectable()
export class SendKinds {
  private readonly kinds = new Map<SendKindName, SendKind>();

  /** Called once at start by the module that does it. `name` is persisted data. */
  keep<K extends SendKindName>(name: K, kind: SendKind<K>): void {
    if (this.kinds.has(name)) throw new Error(`Sends of kind ${name} are done twice.`);
    this.kinds.set(name, kind as unknown as SendKind);
  }

  of(name: SendKindName): SendKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`Nobody does sends of kind ${name}.`);
    return kind;
  }
}
