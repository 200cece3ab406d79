/**
 * What the bot does on /nhom, /thoat and presses of its buttons in a group. Who may do what is asked at each step anew, by
 * the account of the one who acts now: a button grants nothing, whoever it was shown to.
 */
import { Injectable } from '@nestjs/common';
import type { TelegramChannel } from '#channels';
import { foldMarks } from '#i18n/fold';
import { type GroupOwnerInfo, MembershipApi, TeamGroupsApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { type LinkedGroup, GroupStore } from './group-store.ts';
import { GroupReplySender } from './group-reply-sender.ts';
import { groupWord, placeName } from './group-words.ts';
import { type FoundGroup, LinkGroup } from './link-group.ts';
import { UnlinkGroup } from './unlink-group.ts';

/** A command or a press in a group. */
export interface GroupCall extends FoundGroup {
  channel: TelegramChannel;
  /** The user's id at Telegram. */
  by: string;
  argument: string;
  /** Of a press. */
  callbackId: string;
}

/** Verbs of our buttons. */
export const CHOOSE = 'nhom-chon';
export const CONFIRM = 'nhom';
/** Telegram puts at most eight buttons in a row. */
const MOST_CHOICES = 8;

@Injectable()
export class GroupCommands {
  constructor(
    private readonly membership: MembershipApi,
    private readonly groups: TeamGroupsApi,
    private readonly store: GroupStore,
    private readonly replies: GroupReplySender,
    private readonly linking: LinkGroup,
    private readonly unlinking: UnlinkGroup,
  ) {}

  /** /nhom: says whose group this would be, or asks. */
  async propose(call: GroupCall): Promise<void> {
    const actor = await this.actor(call);
    if (!actor) return this.say(call, groupWord('stranger.title'), [groupWord('stranger.body')]);
    const linked = await this.linked(call);
    if (linked) return this.sayLinked(call, linked, 'already');
    const all = await this.groups.placesOf(actor);
    if (all.length === 0) return this.say(call, groupWord('noPlace.title'), [groupWord('noPlace.body')]);
    const places = chosen(all, call);
    const [only] = places;
    if (!only) return this.say(call, groupWord('choose.title'), [groupWord('noMatch.body', { name: call.argument })]);
    return places.length === 1 ? this.ask(call, only) : this.offer(call, places);
  }

  /** A number was pressed: the question for that place. */
  async choose(call: GroupCall): Promise<void> {
    const place = await this.placeOf(call.argument);
    const actor = await this.actor(call);
    await this.toast(call, actor ? (place ? '' : groupWord('toast.old')) : groupWord('toast.stranger'));
    if (actor && place) await this.ask(call, place);
  }

  /** "Đúng, nối nhóm" was pressed. */
  async confirm(call: GroupCall): Promise<void> {
    const actor = await this.actor(call);
    if (!actor) return this.toast(call, groupWord('toast.stranger'));
    const place = await this.placeOf(call.argument);
    if (!place) return this.toast(call, groupWord('toast.old', {}, actor.language));
    if (!(await this.groups.may(actor, place))) return this.toast(call, denied(place, actor.language));
    const outcome = await this.linking.execute(actor, place, call);
    if (outcome === 'taken') return this.refuseTaken(call, actor);
    await this.toast(call, groupWord('toast.linked', {}, actor.language));
    if (outcome === 'linked') await this.sayLinked(call, place, 'linked');
  }

  /** A button of something else: only the turning wheel is stopped. */
  unknownPress(call: GroupCall): Promise<void> {
    return this.toast(call, groupWord('toast.old'));
  }

  /** /thoat */
  async leave(call: GroupCall): Promise<void> {
    const actor = await this.actor(call);
    if (!actor) return this.say(call, groupWord('stranger.title'), [groupWord('stranger.body')]);
    const chat = await this.open(call);
    const place = chat && (await this.linked(call));
    if (!chat || !place) return this.say(call, groupWord('notLinked.title'), [groupWord('notLinked.body')]);
    if (!(await this.groups.may(actor, place))) return this.say(call, groupWord('denied.title'), [denied(place, 'vi')]);
    await this.unlinking.end(actor, chat, place.unitId);
    await this.say(call, groupWord('unlinked.title'), [groupWord('unlinked.body', { place: placeName(place) })]);
  }

  private async ask(call: GroupCall, place: GroupOwnerInfo): Promise<void> {
    const name = placeName(place);
    await this.replies.say(call.channel, call.address, {
      title: groupWord('question.title', { place: name }),
      paragraphs: [
        groupWord('question.body', { place: name }),
        groupWord(place.teamId ? 'question.team' : 'question.unit'),
      ],
      actions: [{ label: groupWord('question.yes'), data: `${CONFIRM}:${argumentOf(place)}` }],
    });
  }

  private async offer(call: GroupCall, places: readonly GroupOwnerInfo[]): Promise<void> {
    const title = groupWord('choose.title');
    if (places.length > MOST_CHOICES)
      return this.say(call, title, [groupWord('tooMany.body', { count: places.length })]);
    await this.replies.say(call.channel, call.address, {
      title,
      paragraphs: [places.map((place, i) => `${i + 1}. ${placeName(place)}`).join('\n'), groupWord('choose.body')],
      actions: places.map((place, i) => ({ label: String(i + 1), data: `${CHOOSE}:${argumentOf(place)}` })),
    });
  }

  private async sayLinked(call: GroupCall, place: GroupOwnerInfo, how: 'linked' | 'already'): Promise<void> {
    await this.say(call, groupWord(`${how}.title`, { place: placeName(place) }), [
      groupWord(`${how}.body`),
      await this.aboutName(call, place),
    ]);
  }

  /** Whether the group is called as it should be, and how it is to be called. */
  private async aboutName({ channel, title }: GroupCall, place: GroupOwnerInfo): Promise<string> {
    const namesakes = await this.groups.namesakes(place);
    const short = place.short(channel.capabilities.groupNameMax);
    const isRight = place.check(title) === 'right';
    return [
      isRight ? groupWord('name.right') : groupWord('name.wrong', { name: place.proposed }),
      ...(!isRight && short && short !== place.proposed ? [groupWord('name.short', { name: short })] : []),
      ...(namesakes.length > 0 ? [groupWord('name.shared', { count: namesakes.length })] : []),
    ].join('\n');
  }

  private async refuseTaken(call: GroupCall, actor: Actor): Promise<void> {
    const place = await this.linked(call);
    const words = place
      ? groupWord('already.title', { place: placeName(place) }, actor.language)
      : groupWord('toast.old', {}, actor.language);
    await this.toast(call, words);
  }

  private async actor({ by }: GroupCall): Promise<Actor | undefined> {
    const personId = await this.membership.accountOwner('telegram', by);
    return personId ? this.membership.actorOf(personId) : undefined;
  }

  private async open({ address }: GroupCall): Promise<LinkedGroup | undefined> {
    const chat = await this.store.byAddress('telegram', address);
    return chat?.goneAt ? undefined : chat;
  }

  /** Whose the group is now; nobody's when it is gone, or its team is no more. */
  private async linked(call: GroupCall): Promise<GroupOwnerInfo | undefined> {
    const chat = await this.open(call);
    if (!chat) return undefined;
    return this.groups.owner(chat.teamId ? { teamId: chat.teamId } : { unitId: chat.unitId as string });
  }

  private placeOf(argument: string): Promise<GroupOwnerInfo | undefined> {
    const [, kind, id] = ARGUMENT.exec(argument) ?? [];
    if (!id) return Promise.resolve(undefined);
    return this.groups.owner(kind === 't' ? { teamId: id } : { unitId: id });
  }

  private say({ channel, address }: GroupCall, title: string, paragraphs: readonly string[]): Promise<void> {
    return this.replies.say(channel, address, { title, paragraphs });
  }

  private toast({ channel, callbackId }: GroupCall, words: string): Promise<void> {
    return this.replies.toast(channel, callbackId, words);
  }
}

/** "t:<team>" or "u:<commune>" */
const ARGUMENT = /^([tu]):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const argumentOf = ({ teamId, unitId }: GroupOwnerInfo): string => (teamId ? `t:${teamId}` : `u:${unitId}`);

/** By what was typed; else the one place whose name the group has already; else all. */
function chosen(places: readonly GroupOwnerInfo[], { argument, title }: GroupCall): readonly GroupOwnerInfo[] {
  if (argument) {
    const wanted = foldMarks(argument);
    const whole = places.filter((place) => foldMarks(place.teamName ?? place.communeName) === wanted);
    return whole.length > 0 ? whole : places.filter((place) => foldMarks(placeName(place)).includes(wanted));
  }
  const named = places.filter((place) => place.check(title) === 'right');
  return named.length === 1 ? named : places;
}

function denied(place: GroupOwnerInfo, language: 'vi' | 'en'): string {
  return place.teamId
    ? groupWord('denied.team', { place: placeName(place) }, language)
    : groupWord('denied.unit', {}, language);
}
