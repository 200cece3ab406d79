/** Accepting and declining from a chat: which task is meant, why it is declined, and what has happened. */
import { Inject, Injectable } from '@nestjs/common';
import { declineReasons } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { type OpenTask, OpenTaskQueries, TaskCommands } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { deadlineText, formatNumber, formatTime } from '#i18n';
import type { ChatCommand, ChatReply } from './chat-command.ts';
import { say } from './chat-words.ts';
import type { ChatTurn } from './chat-turn.ts';
import { appPlace } from '../../app-place.ts';

type Decline = Extract<ChatCommand, { do: 'decline' }>;
/** More do not fit a chat; the screens show all. */
const MOST_CHOICES = 8;
const MOST_NAMES = 30;
/** States in which the word alone may mean the task. */
const answerable = { accept: ['assigned', 'declined'], decline: ['assigned'] } as const;

@Injectable()
export class AnswerTask {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly tasks: TaskCommands,
    private readonly open: OpenTaskQueries,
    private readonly members: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  /** The word without a task: the one that waits for it, or a question. Newly given work comes before what was declined. */
  async which(actor: Actor, verb: 'accept' | 'decline', note?: string): Promise<ChatCommand | ChatReply> {
    const { language } = actor;
    const states: readonly string[] = answerable[verb];
    const waiting = (await this.open.of(actor)).filter(({ state }) => states.includes(state));
    const fresh = waiting.filter(({ state }) => state === 'assigned');
    const tasks = fresh.length > 0 ? fresh : waiting;
    const commandOf = ({ taskId }: OpenTask): ChatCommand =>
      verb === 'accept' ? { do: 'accept', taskId } : { do: 'decline', taskId, ...(note && { note }) };
    const [only] = tasks;
    if (!only) return { text: say('accept.none', language) };
    if (tasks.length === 1) return commandOf(only);
    return {
      text: say(`${verb}.which`, language),
      options: tasks.slice(0, MOST_CHOICES).map((task) => ({ label: task.title, command: commandOf(task) })),
    };
  }

  async accept({ actor, partner }: ChatTurn, taskId: string): Promise<ChatReply> {
    const { language } = actor;
    const { alreadyBy } = await this.tasks.accept(actor, taskId);
    const task = await this.open.one(actor, taskId);
    if (!task) return { text: say('accept.none', language) };
    const byOther = alreadyBy && alreadyBy !== actor.personId ? await this.nameOf(alreadyBy) : undefined;
    const over = task.state !== 'accepted';
    const text = say(byOther ? 'accept.byOther' : over ? 'accept.already' : 'accept.done', language, {
      title: task.title,
      name: byOther ?? '',
      unit: language === 'vi' ? task.unit : task.unitEn,
      deadline: deadlineText(task.dueOn, this.clock.now(), 'long', language),
    });
    const name = byOther ?? actor.fullName;
    return {
      text,
      mark: say(byOther || over ? 'accept.markEarlier' : 'accept.mark', language, {
        time: formatTime(this.clock.now()),
        name,
      }),
      link: { label: say('frame.openTask', language), url: appPlace(this.env, `viec/${taskId}`, partner.channel) },
    };
  }

  async decline({ actor }: ChatTurn, { taskId, reason, note }: Decline): Promise<ChatReply> {
    const { language } = actor;
    const title = (await this.open.one(actor, taskId))?.title ?? '';
    if (!reason && !note) return this.askWhy(actor, taskId, title);
    if (reason === 'other' && !note)
      return { text: say('decline.note', language), noteFor: { do: 'decline', taskId, reason } };
    const { alreadyBy } = await this.tasks.decline(actor, taskId, { reason: reason ?? 'other', ...(note && { note }) });
    const byOther = alreadyBy && alreadyBy !== actor.personId;
    return { text: say(byOther ? 'decline.already' : 'decline.done', language, { title }) };
  }

  /** The products that the order is about and that are on no marketplace as yet. */
  async products({ actor }: ChatTurn, taskId: string): Promise<ChatReply> {
    const { language } = actor;
    const task = await this.open.one(actor, taskId);
    if (!task) return { text: say('accept.none', language) };
    const team = (await this.members.teams([task.teamId])).get(task.teamId);
    const products = (await this.organization.ocopProducts([team?.communeId ?? task.teamId])).filter(
      ({ listedOn }) => listedOn === null,
    );
    const names = products
      .slice(0, MOST_NAMES)
      .map(({ name, owner }) => `• ${[name, owner].filter(Boolean).join(', ')}`);
    if (products.length > MOST_NAMES) names.push('…');
    const id = products.length > 0 ? 'products.missing' : 'products.none';
    return { text: say(id, language, { n: products.length, names: names.join('\n') }), keeps: true };
  }

  async list({ actor }: ChatTurn): Promise<ChatReply> {
    const { language } = actor;
    const tasks = await this.open.of(actor);
    if (tasks.length === 0) return { text: say('tasks.none', language) };
    const lines = tasks.slice(0, MOST_CHOICES).map((task) =>
      say('tasks.line', language, {
        title: task.title,
        state: say(`state.${task.state as 'assigned'}`, language, figuresOf(task, actor)),
        deadline: deadlineText(task.dueOn, this.clock.now(), 'inline', language),
      }),
    );
    return { text: say('tasks.list', language, { lines: lines.join('\n') }) };
  }

  private askWhy({ language }: Actor, taskId: string, title: string): ChatReply {
    return {
      text: say('decline.why', language, { title }),
      options: declineReasons.map((reason) => ({
        label: say(`reason.${reason}`, language),
        command: { do: 'decline', taskId, reason },
      })),
    };
  }

  private async nameOf(personId: string): Promise<string> {
    return (await this.members.people([personId])).get(personId)?.fullName ?? '';
  }
}

/** Reported and target, as the reader writes numbers. */
export function figuresOf({ reported, target }: OpenTask, { language }: Actor): { reported: string; target: string } {
  return { reported: formatNumber(reported, language), target: formatNumber(target, language) };
}
