/** Tying the account that writes to a person, and taking it off again. Where a chat has buttons it asks before; else it says how to undo. */
import { Injectable } from '@nestjs/common';
import type { Lang } from '#i18n';
import { MembershipApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { ChatCommand, ChatReply } from './chat-command.ts';
import type { ChatPartner } from './chat-partner.ts';
import { say } from './chat-words.ts';

type LinkAnswer = Awaited<ReturnType<MembershipApi['linkByCode']>>;
/** A stranger is told how to link once in this time, whatever they write. */
const HINT_MS = 3_600_000;

@Injectable()
export class LinkByChat {
  constructor(
    private readonly members: MembershipApi,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byCode(partner: ChatPartner, code: string, confirmed: boolean, language: Lang): Promise<ChatReply> {
    const answer = await this.members.linkByCode({ ...accountOf(partner), code, confirmed });
    if (answer.outcome === 'used') return (await this.linkedBefore(partner, language)) ?? worded(answer, language);
    return answer.outcome === 'confirm'
      ? asked(answer, language, { do: 'link', code, confirmed: true }, { do: 'leave', what: 'link' })
      : worded(answer, language);
  }

  /** @param phone proven by the platform to be the sender's own */
  async byPhone(partner: ChatPartner, phone: string, language: Lang): Promise<ChatReply> {
    const answer = await this.members.linkByPhone({ ...accountOf(partner), phone });
    return answer.outcome === 'confirm'
      ? asked(answer, language, { do: 'answer-phone', mine: true }, { do: 'answer-phone', mine: false })
      : worded(answer, language);
  }

  async answerPhone(partner: ChatPartner, mine: boolean, language: Lang): Promise<ChatReply> {
    const answer = await this.members.answerLinkByPhone({ ...accountOf(partner), mine });
    if (answer.outcome === 'nothingAsked')
      return (await this.linkedBefore(partner, language)) ?? worded(answer, language);
    return worded(answer, language);
  }

  async unlink({ space, externalId }: ChatPartner, language: Lang): Promise<ChatReply> {
    const ended = await this.members.endAccount(space, externalId, 'chat');
    return { text: say(ended ? 'link.ended' : 'link.none', language) };
  }

  /** How to link; undefined when this account was told lately. A second try of the same event tells it again. */
  async hint({ channel, address, eventId }: ChatPartner): Promise<ChatReply | undefined> {
    const now = this.clock.now();
    const told = await this.database.rows(
      sql`insert into chat_hints as h (channel, address, hinted_at, hinted_by) values (${channel}, ${address}, ${now}, ${eventId})
       on conflict (channel, address) do update set hinted_at = ${now}, hinted_by = ${eventId}
         where h.hinted_at < ${new Date(now.getTime() - HINT_MS)} or h.hinted_by = ${eventId} returning 1`,
    );
    if (told.length === 0) return undefined;
    return { text: say(channel === 'telegram' ? 'help.strangerPhone' : 'help.stranger', 'vi') };
  }

  private async linkedBefore({ space, externalId }: ChatPartner, language: Lang): Promise<ChatReply | undefined> {
    const owner = await this.members.accountOwner(space, externalId);
    const person = owner && (await this.members.people([owner])).get(owner);
    return person ? { text: say('link.already', language, { who: person.fullName }) } : undefined;
  }
}

function accountOf({ space, externalId, displayName }: ChatPartner) {
  return { space, externalId, displayName };
}

function asked(answer: LinkAnswer, language: Lang, yes: ChatCommand, no: ChatCommand): ChatReply {
  return {
    text: say('link.confirm', language, { who: whoIs(answer, language) }),
    options: [
      { label: say('link.yes', language), command: yes },
      { label: say('link.no', language), command: no },
    ],
  };
}

function worded(answer: LinkAnswer, language: Lang): ChatReply {
  if (answer.outcome === 'linked') return { text: say('link.done', language, { who: whoIs(answer, language) }) };
  if (answer.outcome === 'confirm') return { text: say('link.confirm', language, { who: whoIs(answer, language) }) };
  return { text: say(`link.${answer.outcome}`, language) };
}

function whoIs({ person }: LinkAnswer, language: Lang): string {
  if (!person) return '';
  const { fullName: name, roleTitle: role, teamName: team, unitName: unit } = person;
  return team ? say('who.inTeam', language, { name, role, team }) : say('who.ofUnit', language, { name, role, unit });
}
