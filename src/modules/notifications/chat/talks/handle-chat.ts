/**
 * The one place where a person's words or press become a command, and what came of it becomes an answer. Rights and
 * errors are those of the use cases; the command's id is the event's, so that what comes twice counts once.
 */
import { Injectable } from '@nestjs/common';
import { pathOfStartParam, type PressedMessage } from '#channels';
import { formatTime, type Lang } from '#i18n';
import { foldMarks } from '#i18n/fold';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ProblemError } from '#platform/http';
import { LearnRoute } from '../../deliver/inbox/learn-route.ts';
import { eventId } from './event-id.ts';
import { ChatCommand, type ChatReply } from './chat-command.ts';
import { ChatCommands, type ChatWish } from './chat-commands.ts';
import type { ChatPartner } from './chat-partner.ts';
import { ChatQuestionStore } from './chat-question-store.ts';
import { refusalIn, say } from './chat-words.ts';
import type { DayWords } from './reading/day-words.ts';
import { readBareNumber, type ReportedLine } from './reading/typed-report.ts';
import { understand } from './reading/understand.ts';
import { SendAnswer } from './send-answer.ts';
import { workDayOf } from './work-day.ts';

export type ChatInput =
  | { kind: 'command'; command: string; argument: string }
  | { kind: 'button'; verb: string; argument: string; callbackId: string; pressed?: PressedMessage }
  | { kind: 'text'; text: string }
  | { kind: 'contact'; phone: string }
  | { kind: 'contact-of-another' };

const MOST_LETTERS = 1000;
/** Of what was not understood, in the answer. */
const MOST_SHOWN = 80;

/** What an input asks for, or what is to be said at once. */
type Asked = ChatCommand | ChatWish | ChatReply;

@Injectable()
export class HandleChat {
  constructor(
    private readonly members: MembershipApi,
    private readonly questions: ChatQuestionStore,
    private readonly commands: ChatCommands,
    private readonly answer: SendAnswer,
    private readonly routes: LearnRoute,
    private readonly clock: Clock,
  ) {}

  /** @throws NotYet when the answer did not leave and the event should be worked again */
  async handle(partner: ChatPartner, input: ChatInput): Promise<void> {
    let reply: ChatReply | undefined;
    try {
      const actor = await this.actorOf(partner);
      if (actor) await this.routes.note(actor.personId, partner.channel, 'answered', partner.occurredAt);
      reply = await this.replyTo(partner, input, actor).catch((error: unknown) => this.refused(error, actor));
    } finally {
      if (input.kind === 'button') await this.answer.endPress(input.callbackId, '');
    }
    if (reply) await this.answer.say(partner, reply);
    if (input.kind === 'button' && input.pressed && reply?.mark)
      await this.answer.markUsed(partner, input.pressed, reply.mark);
  }

  private async actorOf({ space, externalId, eventId: event }: ChatPartner): Promise<Actor | undefined> {
    const owner = await this.members.accountOwner(space, externalId);
    const actor = owner ? await this.members.actorOf(owner) : undefined;
    return actor && { ...actor, commandId: event };
  }

  private async replyTo(
    partner: ChatPartner,
    input: ChatInput,
    actor: Actor | undefined,
  ): Promise<ChatReply | undefined> {
    const asked = await this.asked(partner, input, actor);
    if ('text' in asked) return asked;
    const reply = await this.commands.run(partner, actor, asked);
    // An answer to a question is used whatever came of it; what asks back keeps its buttons.
    if (reply && input.kind === 'button' && !reply.mark && !reply.keeps && (input.verb === 'q' || !reply.options))
      return { ...reply, mark: this.chosen(input.pressed?.label, actor?.language) };
    return reply;
  }

  private async asked(partner: ChatPartner, input: ChatInput, actor: Actor | undefined): Promise<Asked> {
    const language = actor?.language ?? 'vi';
    switch (input.kind) {
      case 'button':
        return (await this.pressed(partner, input)) ?? { text: say('question.over', language) };
      case 'command':
        return ofCommand(input.command, input.argument, partner);
      case 'contact':
        return { want: 'phone', phone: input.phone };
      case 'contact-of-another':
        return { text: say('link.ofAnother', language) };
      case 'text':
        return this.said(partner, input.text, language);
    }
  }

  private async pressed(
    partner: ChatPartner,
    { verb, argument }: { verb: string; argument: string },
  ): Promise<ChatCommand | undefined> {
    const [id = '', more = ''] = argument.split(':');
    if (verb === 'q') return this.questions.pick(partner, Number(more), id);
    if (verb === 'accept' || verb === 'products') return ChatCommand.safeParse({ do: verb, taskId: id }).data;
    if (verb === 'decline') return ChatCommand.safeParse({ do: 'decline', taskId: id }).data;
    if (verb === 'reason') return ChatCommand.safeParse({ do: 'decline', taskId: id, reason: more }).data;
    if (verb === 'take' || verb === 'skip') return ChatCommand.safeParse({ do: verb, sessionId: id }).data;
    if (verb === 'know') return ChatCommand.safeParse({ do: 'know', sessionId: id, version: Number(more) }).data;
    return undefined;
  }

  private async said(partner: ChatPartner, text: string, language: 'vi' | 'en'): Promise<Asked> {
    const number = /^\s*(\d{1,2})[.)\s]*$/.exec(text)?.[1];
    const picked = number && (await this.questions.pick(partner, Number(number)));
    if (picked) return picked;
    if (number && (await this.questions.isOpen(partner))) return { text: say('question.unknown', language) };
    const bare = readBareNumber(text);
    if (bare) return this.report(partner, bare.quantity, bare.day, language);
    const corrected = correctionIn(text);
    if (corrected) return { want: 'correct', value: corrected };
    const intent = understand(text);
    switch (intent.kind) {
      case 'accept':
        return { want: 'accept' };
      case 'decline':
        return { want: 'decline', ...(intent.reason && { note: intent.reason }) };
      case 'attend':
      case 'skip':
        return { want: intent.kind };
      case 'link':
        return { do: 'link', code: intent.code, confirmed: partner.channel !== 'telegram' };
      case 'unlink':
        return { do: 'unlink' };
      case 'difficulty':
        return { do: 'difficulty', about: intent.text.slice(0, MOST_LETTERS) };
      case 'report':
        return intent.lines ? this.report(partner, intent.lines, intent.day, language) : this.other(partner, text);
    }
  }

  private report(
    partner: ChatPartner,
    reported: ReportedLine[] | number,
    day: DayWords | undefined,
    language: 'vi' | 'en',
  ): ChatCommand | ChatWish | ChatReply {
    const happenedOn = workDayOf(day, this.clock.dayOf(partner.occurredAt));
    if (!happenedOn) return { text: say('report.noSuchDay', language) };
    const said = { happenedOn, reportId: eventId('chat', partner.eventId) };
    if (typeof reported === 'number') return { want: 'number', quantity: reported, ...said };
    return { do: 'report', lines: reported, ...said };
  }

  /** The list of tasks, a note that was asked for, or words that nobody here understands. */
  private async other(partner: ChatPartner, text: string): Promise<Asked> {
    const folded = foldMarks(text);
    if (/^viec( cua toi)?$/.test(folded)) return { want: 'list' };
    const note = await this.questions.note(partner, text);
    return (
      note ?? (/\d/.test(text) ? { want: 'clear-words', words: text.trim().slice(0, MOST_SHOWN) } : { want: 'help' })
    );
  }

  private chosen(label = '', language: Lang = 'vi'): string {
    return say('button.chosen', language, { label, time: formatTime(this.clock.now()) });
  }

  private refused(error: unknown, actor: Actor | undefined): ChatReply {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    return { text: refusalIn(actor?.language ?? 'vi', error, this.clock.now()) };
  }
}

/** "Sửa 4", "sửa lại thành 1.200". */
function correctionIn(text: string): number | undefined {
  const number = /^sua(?: lai)?(?: thanh| la)?\s*:?\s*(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d.,/])/.exec(
    foldMarks(text),
  )?.[1];
  return Number(number?.replaceAll('.', '')) || undefined;
}

function ofCommand(command: string, argument: string, partner: ChatPartner): Asked {
  const code = pathOfStartParam(argument)?.startsWith('/moi/') ? argument.slice('moi_'.length) : argument;
  if ((command === 'start' || command === 'lienket') && code)
    return { do: 'link', code, confirmed: partner.channel !== 'telegram' };
  if (command === 'huylienket') return { do: 'unlink' };
  return { want: command === 'viec' ? 'list' : 'help' };
}
