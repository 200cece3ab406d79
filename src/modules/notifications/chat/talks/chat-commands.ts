/** Runs what a chat asks for. Linking is for everybody; the rest is for people whom we know. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { AnswerSession } from './answer-session.ts';
import { AnswerTask } from './answer-task.ts';
import type { ChatCommand, ChatReply } from './chat-command.ts';
import type { ChatPartner } from './chat-partner.ts';
import { say } from './chat-words.ts';
import { DifficultyByChat } from './difficulty-by-chat.ts';
import { LinkByChat } from './link-by-chat.ts';
import { ReportByChat } from './report-by-chat.ts';
import type { ChatTurn } from './chat-turn.ts';

/** What words alone ask for, before it is known which task or session they mean. */
export type ChatWish =
  | { want: 'help' | 'list' | 'accept' | 'attend' | 'skip' }
  | { want: 'decline'; note?: string }
  | { want: 'correct'; value: number }
  /** A number that answers no question. */
  | { want: 'number'; quantity: number; happenedOn: string; reportId: string }
  /** Looks like a report and is none that can be read whole. */
  | { want: 'clear-words'; words: string }
  | { want: 'phone'; phone: string };

@Injectable()
export class ChatCommands {
  constructor(
    private readonly tasks: AnswerTask,
    private readonly sessions: AnswerSession,
    private readonly reports: ReportByChat,
    private readonly difficulties: DifficultyByChat,
    private readonly links: LinkByChat,
  ) {}

  /** Undefined when nothing is to be said. */
  async run(
    partner: ChatPartner,
    actor: Actor | undefined,
    asked: ChatCommand | ChatWish,
  ): Promise<ChatReply | undefined> {
    const language = actor?.language ?? 'vi';
    if ('do' in asked) {
      const linking = this.linking(partner, asked, language);
      if (linking) return linking;
    } else if (asked.want === 'phone') return this.links.byPhone(partner, asked.phone, language);
    if (!actor) return this.links.hint(partner);
    const turn = { partner, actor };
    return 'do' in asked ? this.order(turn, asked) : this.wish(turn, asked);
  }

  private linking(partner: ChatPartner, asked: ChatCommand, language: 'vi' | 'en'): Promise<ChatReply> | undefined {
    if (asked.do === 'link') return this.links.byCode(partner, asked.code, asked.confirmed, language);
    if (asked.do === 'answer-phone') return this.links.answerPhone(partner, asked.mine, language);
    if (asked.do === 'unlink') return this.links.unlink(partner, language);
    if (asked.do === 'leave') return Promise.resolve({ text: say(`${asked.what}.left`, language) });
    return undefined;
  }

  private async wish(turn: ChatTurn, wish: ChatWish): Promise<ChatReply> {
    const { actor } = turn;
    if (wish.want === 'list') return this.tasks.list(turn);
    if (wish.want === 'correct') return this.reports.correct(turn, wish.value);
    if (wish.want === 'number') return this.reports.number(turn, wish);
    if (wish.want === 'clear-words')
      return { text: say('report.notUnderstood', actor.language, { words: wish.words }) };
    if (wish.want === 'attend' || wish.want === 'skip') {
      const meant = await this.sessions.which(actor, wish.want === 'attend' ? 'take' : 'skip');
      return 'do' in meant ? this.order(turn, meant) : meant;
    }
    if (wish.want !== 'accept' && wish.want !== 'decline')
      return { text: say('help.linked', actor.language, { name: actor.fullName }) };
    const meant = await this.tasks.which(actor, wish.want, wish.want === 'decline' ? wish.note : undefined);
    return 'do' in meant ? this.order(turn, meant) : meant;
  }

  private async order(turn: ChatTurn, command: ChatCommand): Promise<ChatReply> {
    switch (command.do) {
      case 'accept':
        return this.tasks.accept(turn, command.taskId);
      case 'products':
        return this.tasks.products(turn, command.taskId);
      case 'decline':
        return this.tasks.decline(turn, command);
      case 'report':
        return this.reports.report(turn, command);
      case 'take':
      case 'skip':
        return this.sessions.answer(turn, command);
      case 'know':
        return this.sessions.know(turn, command);
      case 'take-back':
        return this.reports.takeBack(turn, command);
      case 'correct':
        return this.reports.correctEntry(turn, command);
      case 'how-to-correct':
        return { text: say('report.correctBy', turn.actor.language) };
      case 'difficulty':
        return this.difficulties.tell(turn, command);
      default:
        throw new Error(`${command.do} is for everybody and is answered before`);
    }
  }
}
