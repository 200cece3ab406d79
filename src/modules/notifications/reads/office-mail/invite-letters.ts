import { Injectable } from '@nestjs/common';
import type { Channel, Rendered } from '#channels';
import { dateInVietnam, formatDate } from '#i18n';
import { type Invited, MailedInvites, MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { word } from '../../plan/messages/words/word.ts';
import { notificationErrors } from '../../notifications.errors.ts';
import { inviteMailed } from '../../notifications.events.ts';
import { type ClaimedMail, OfficeMailStore } from './office-mail-store.ts';

const HOUR_MS = 3_600_000;
/** One mailbox a day: each letter ends the one before it. */
const MOST_TO_ONE = 3;
/** All that one officer sends within an hour. */
const MOST_BY_ONE = 200;

/** Invites as letters: the rows that send them, and what they say. */
@Injectable()
export class InviteLetters {
  constructor(
    private readonly mails: OfficeMailStore,
    private readonly invites: MailedInvites,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws notification.tooManyInvites */
  async write(
    tx: Tx,
    actor: Actor,
    invited: readonly Invited[],
  ): Promise<{ mailIds: string[]; tooOften: Set<string> }> {
    // Of two presses of one officer the second counts what the first has written.
    await this.membership.lockPerson(tx, actor.personId);
    const now = this.clock.now().getTime();
    const ids = invited.map(({ person }) => person.id);
    const tooOften = await this.mails.invitedOften(tx, ids, new Date(now - 24 * HOUR_MS), MOST_TO_ONE);
    const wanted = invited.filter(({ person }) => !tooOften.has(person.id));
    const sent = await this.mails.invitesBy(tx, actor.personId, new Date(now - HOUR_MS));
    if (sent + wanted.length > MOST_BY_ONE) throw notificationErrors.tooManyInvites({ most: MOST_BY_ONE });
    const mailIds: string[] = [];
    for (const one of wanted) mailIds.push(...(await this.add(tx, actor, one)));
    return { mailIds, tooOften };
  }

  /** Undefined once the invite was used or a newer one took its place. The code stands in nothing but the mail itself. */
  async words(channel: Channel, { inviteId, unitId }: ClaimedMail): Promise<Rendered[] | undefined> {
    const letter = inviteId ? await this.invites.letter(inviteId) : undefined;
    const unit = await this.organization.unitRef(unitId, this.clock.today());
    if (!letter || !unit) return undefined;
    const { person, isOfficer, url, expiresAt } = letter;
    const language = (await this.membership.languageOf(person.id)) ?? 'vi';
    const day = formatDate(dateInVietnam(expiresAt.getTime()), language, { withYear: true });
    const names = { name: person.fullName, title: person.position ?? '', unit: unit.fullName, day };
    return channel.render({
      language,
      title: word('inviteMail.subject', language, names),
      paragraphs: [
        word(person.position ? 'inviteMail.text' : 'inviteMail.textPlain', language, names),
        word(isOfficer ? 'inviteMail.officer' : 'inviteMail.member', language),
        word('inviteMail.once', language, names),
        word('inviteMail.keep', language),
      ],
      link: { label: word('inviteMail.open', language), url },
      footer: word('frame.noSecrets', language),
    });
  }

  private async add(tx: Tx, actor: Actor, { person, unitId, address }: Invited): Promise<string[]> {
    if (address === null) return [];
    const inviteId = await this.invites.issue(tx, actor, person.id);
    const mail = {
      occasion: 'invite',
      unitId,
      address,
      inviteId,
      personId: person.id,
      madeBy: actor.personId,
    } as const;
    const mailId = await this.mails.add(tx, mail);
    await this.outbox.append(tx, inviteMailed({ personId: person.id }, { unitId }), actor);
    return mailId ? [mailId] : [];
  }
}
