/** Taking a seat, giving it up and knowing of a change from a chat: which session is meant, and what has happened. */
import { Inject, Injectable } from '@nestjs/common';
import { MyInvitations, type MySession } from '#modules/training';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { appPlace } from '../../app-place.ts';
import { word } from '../../plan/messages/words/word.ts';
import { sessionWords } from '../../plan/messages/words/word-session.ts';
import type { ChatCommand, ChatReply } from './chat-command.ts';
import { say } from './chat-words.ts';
import type { ChatTurn } from './chat-turn.ts';

type Answer = Extract<ChatCommand, { do: 'take' | 'skip' }>;
type Know = Extract<ChatCommand, { do: 'know' }>;
type Mine = MySession['mine']['state'];

/** More do not fit a chat; the screens show all. */
const MOST_CHOICES = 8;
/** What the word alone may mean: the first of these in which a session stands. */
const meant: Record<Answer['do'], readonly (readonly Mine[])[]> = {
  take: [['invited'], ['declined', 'given_back'], ['seated', 'waiting']],
  skip: [
    ['invited', 'seated', 'waiting'],
    ['declined', 'given_back'],
  ],
};

@Injectable()
export class AnswerSession {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly invitations: MyInvitations,
    private readonly clock: Clock,
  ) {}

  /** The word without a session: the one that waits for it, or a question. */
  async which(actor: Actor, verb: Answer['do']): Promise<ChatCommand | ChatReply> {
    const { language } = actor;
    const coming = await this.invitations.coming(actor);
    const sessions =
      meant[verb]
        .map((states) => coming.filter(({ mine }) => states.includes(mine.state)))
        .find((some) => some.length > 0) ?? [];
    const [only] = sessions;
    if (!only) return { text: say('seat.none', language) };
    if (sessions.length === 1) return { do: verb, sessionId: only.id };
    return {
      text: say(verb === 'take' ? 'seat.whichTake' : 'seat.whichSkip', language),
      options: sessions.slice(0, MOST_CHOICES).map((session) => ({
        label: `${session.title}, ${this.words(session, actor).when}`,
        command: { do: verb, sessionId: session.id },
      })),
    };
  }

  async answer(turn: ChatTurn, { do: verb, sessionId }: Answer): Promise<ChatReply> {
    const session = await this.invitations.answer(turn.actor, sessionId, verb === 'take' ? 'take' : 'decline');
    const { state } = session.mine;
    return this.told(turn, session, state === 'seated' || state === 'waiting' ? `seat.${state}` : 'seat.declined');
  }

  async know(turn: ChatTurn, { sessionId, version }: Know): Promise<ChatReply> {
    const session = await this.invitations.acknowledge(turn.actor, sessionId, version);
    // It may have been moved once more: the newest time is what is said.
    return this.told(turn, session, session.mine.mustAcknowledge ? 'seat.movedAgain' : 'seat.known');
  }

  private told(
    { actor, partner }: ChatTurn,
    session: MySession,
    id: 'seat.seated' | 'seat.waiting' | 'seat.declined' | 'seat.known' | 'seat.movedAgain',
  ): ChatReply {
    const { language } = actor;
    return {
      text: say(id, language, { ...this.words(session, actor), title: session.title, place: session.mine.place ?? '' }),
      link: {
        label: word('frame.openSession', language),
        url: appPlace(this.env, `tap-huan/${session.id}`, partner.channel),
      },
    };
  }

  private words(session: MySession, { language }: Actor): Record<string, string> {
    const told = { ...session, provider: session.provider.name, trainer: session.trainer.fullName };
    return sessionWords(told, language, this.clock.now());
  }
}
