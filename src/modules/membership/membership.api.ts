import { Injectable } from '@nestjs/common';
import type { AccountSpace, Language, PhonePurpose, Role, TeamRole, TeamStatus } from '#contracts/enums';
import type { Skill } from '#contracts/membership/skill-kinds';
import { CreateInvite } from './identity/invites/create-invite.ts';
import { ChatAccounts } from './identity/accounts/chat/chat-accounts.ts';
import type { ChatAccount, LinkAnswer } from './identity/accounts/chat/chat-links.ts';
import type { JoinOutcome } from './identity/accounts/chat/join-accounts.ts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { type CardReportInfo, PeopleQueries, type RecipientRow } from './people/people/people.queries.ts';
import type { PersonRef } from './people/people/person-ref.ts';
import { RevealPhones } from './people/people/reveal-phones.ts';
import { maskPhone } from './people/people/phones.ts';
import { inOrder } from './people/teams/team.presenter.ts';
import { type MemberRow, TeamQueries, type TeamRowData } from './people/teams/team.queries.ts';

export type { PersonRef };

export interface TeamInfo {
  id: string;
  name: string;
  unitId: string;
  communeId: string | null;
  status: TeamStatus;
  leaderId: string | null;
}

export interface TeamMemberInfo {
  personId: string;
  fullName: string;
  role: TeamRole;
  position: string | null;
  /** What they can help with: a hint. */
  skills: Skill[];
}

export interface TeamWithMembers {
  id: string;
  name: string;
  members: { person: PersonRef; role: TeamRole }[];
}

export interface Recipient {
  personId: string;
  fullName: string;
  language: Language;
  teamId: string | null;
  role: Role;
  /** Where e-mail goes; null without a usable address. */
  email: string | null;
  hasSession: boolean;
}

/** What other modules may ask of membership. Dates default to today. */
@Injectable()
export class MembershipApi {
  constructor(
    private readonly teamQueries: TeamQueries,
    private readonly peopleQueries: PeopleQueries,
    private readonly reveal: RevealPhones,
    private readonly invites: CreateInvite,
    private readonly accounts: ChatAccounts,
    private readonly clock: Clock,
  ) {}

  /** Also teams that have ended by the date: references never break. */
  async teams(ids: readonly string[], at = this.clock.today()): Promise<Map<string, TeamInfo>> {
    const rows = ids.length === 0 ? [] : await this.teamQueries.byId([...new Set(ids)], at);
    return new Map((await this.withLeaders(rows, at)).map((team) => [team.id, team]));
  }

  /** Names by id, also of teams that have ended. */
  async teamNames(ids: readonly string[], at = this.clock.today()): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.teamQueries.byId([...new Set(ids)], at);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async activeTeamsUnder(unitId: string, at = this.clock.today()): Promise<TeamInfo[]> {
    return this.withLeaders(
      (await this.teamQueries.under(unitId, at)).filter(({ status }) => status === 'active'),
      at,
    );
  }

  /** Active teams of the unit and below, and their members, each once per commune. */
  strengthUnder(unitId: string, at = this.clock.today()): Promise<{ teams: number; members: number }> {
    return this.teamQueries.strengthUnder(unitId, at);
  }

  /** Names with the post or position of today. */
  async people(ids: readonly string[]): Promise<Map<string, PersonRef>> {
    const rows = ids.length === 0 ? [] : await this.peopleQueries.names([...new Set(ids)], this.clock.today());
    return new Map(rows.map((row) => [row.id, { id: row.id, fullName: row.fullName, position: row.position }]));
  }

  /** In which the person is written to; undefined for nobody's id and for a person made anonymous. */
  languageOf(personId: string): Promise<Language | undefined> {
    return this.peopleQueries.languageOf(personId);
  }

  /** What somebody wrote who doubted a card. */
  cardReport(id: string): Promise<CardReportInfo | undefined> {
    return this.peopleQueries.cardReport(id);
  }

  /** Keeps out other changes of the person's own things until the transaction ends. */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await execute(tx, sql`select 1 from people where id = ${personId} for update`);
  }

  /** Who looks after the whole installation, a few by name. */
  async topAdministrators(): Promise<PersonRef[]> {
    const ids = await this.peopleQueries.topAdministrators(this.clock.today());
    return [...(await this.people(ids)).values()];
  }

  /** Leader, deputies, members. */
  async teamMembers(teamId: string, at = this.clock.today()): Promise<TeamMemberInfo[]> {
    return inOrder(await this.teamQueries.members([teamId], at, this.clock.now())).map((row) => ({
      personId: row.personId,
      fullName: row.fullName,
      role: row.role,
      position: row.position,
      skills: row.skills?.list ?? [],
    }));
  }

  /** The active teams of the unit and below with leader, deputies and members of the day. */
  async membersUnder(unitId: string, at: string): Promise<TeamWithMembers[]> {
    const teams = (await this.teamQueries.under(unitId, at)).filter(({ status }) => status === 'active');
    const byTeam = new Map<string, TeamWithMembers>(teams.map(({ id, name }) => [id, { id, name, members: [] }]));
    const rows = await this.teamQueries.members([...byTeam.keys()], at, this.clock.now());
    for (const { teamId, personId, fullName, position, role } of inOrder(rows))
      byTeam.get(teamId)?.members.push({ person: { id: personId, fullName, position }, role });
    return [...byTeam.values()];
  }

  async supportersOf(teamIds: readonly string[], at = this.clock.today()): Promise<Map<string, PersonRef[]>> {
    const byTeam = new Map<string, PersonRef[]>(teamIds.map((id) => [id, []]));
    for (const { teamId, id, fullName, position } of await this.teamQueries.supporters(teamIds, at))
      byTeam.get(teamId)?.push({ id, fullName, position });
    return byTeam;
  }

  async leadersOf(teamIds: readonly string[], at = this.clock.today()): Promise<Map<string, PersonRef>> {
    return new Map(
      (await this.leaders(teamIds, at)).map((row) => [
        row.teamId,
        { id: row.personId, fullName: row.fullName, position: row.position },
      ]),
    );
  }

  async committeeOf(communeId: string): Promise<Recipient[]> {
    return (await this.peopleQueries.committeeOf(communeId, this.clock.today(), this.clock.now())).map(toRecipient);
  }

  async recipientsOfTeams(teamIds: readonly string[], roles?: readonly TeamRole[]): Promise<Recipient[]> {
    return (
      await this.peopleQueries.recipientsOfTeams(teamIds, roles ?? null, this.clock.today(), this.clock.now())
    ).map(toRecipient);
  }

  async recipients(personIds: readonly string[]): Promise<Recipient[]> {
    return (await this.peopleQueries.recipients(personIds, this.clock.today(), this.clock.now())).map(toRecipient);
  }

  /** Whether the person is a member, who cannot be ended then while the command runs. */
  holdMember(tx: Tx, personId: string, teamId: string, at = this.clock.today()): Promise<boolean> {
    return this.teamQueries.holdMember(tx, personId, teamId, at);
  }

  /** National spelling of the main numbers; each look is logged, people out of the actor's places are left out. */
  phonesForCalls(actor: Actor, personIds: readonly string[], purpose: PhonePurpose): Promise<Map<string, string>> {
    return this.reveal.forCalls(actor, personIds, purpose);
  }

  /** The same for people whom the caller's own rule lets the actor call: a trainer and those invited. */
  phonesOfInvited(actor: Actor, personIds: readonly string[]): Promise<Map<string, string>> {
    return this.reveal.vouched(actor, personIds, { purpose: 'other' });
  }

  /** Main numbers with all but the last digits covered: for showing who would have to be called. */
  async maskedPhones(personIds: readonly string[]): Promise<Map<string, string>> {
    const phones = (await this.peopleQueries.phones(personIds)).filter((phone) => phone.isPrimary);
    return new Map(phones.map((phone) => [phone.personId, maskPhone(phone.e164)]));
  }

  /** When somebody was last in; who never was is absent. */
  lastSeen(personIds: readonly string[]): Promise<Map<string, Date>> {
    return this.peopleQueries.lastSeen(personIds);
  }

  /** How many of the teams have registered a chat group. */
  async groupsRegistered(teamIds: readonly string[]): Promise<number> {
    return (await this.teamQueries.groups(teamIds)).filter((group) => group.teamId !== null).length;
  }

  /** A fresh one-time link for whoever runs the server (demo, first set-up); ends the person's earlier ones. */
  freshInvite(personId: string): Promise<{ code: string; url: string; fullName: string }> {
    return this.invites.issueFresh(personId);
  }

  /** The person whose account of a messaging platform it is; undefined for nobody's and for a suspended one. */
  async accountOwner(space: AccountSpace, externalId: string): Promise<string | undefined> {
    return (await this.accounts.ownerOf({ space, externalId }))?.personId;
  }

  /** Who acts from a chat: without a session, with the posts of today. Undefined when the account is not the person's any more. */
  actorOf(personId: string, accountId?: string): Promise<Actor | undefined> {
    return this.accounts.actorOf(personId, accountId);
  }

  /** A code sent in a chat, an invite or the person's own link code. An invite is used only when `confirmed`. */
  linkByCode(input: ChatAccount & { displayName: string; code: string; confirmed: boolean }): Promise<LinkAnswer> {
    return this.accounts.links.byCode(input);
  }

  /** @param input.phone as the platform proved it to be the sender's own, with the country's code; `confirm` asks for {@link answerLinkByPhone} */
  linkByPhone(input: ChatAccount & { displayName: string; phone: string }): Promise<LinkAnswer> {
    return this.accounts.links.byPhone(input);
  }

  /** @param input.mine "Đúng, là tôi" or "Không phải tôi" */
  answerLinkByPhone(input: ChatAccount & { mine: boolean }): Promise<LinkAnswer> {
    return this.accounts.links.answerPhone(input);
  }

  /** Its sessions end too. @param reason a word of code, kept with the account. @returns false when nobody has it */
  endAccount(space: AccountSpace, externalId: string, reason: string): Promise<boolean> {
    return this.accounts.end({ space, externalId }, reason);
  }

  /** The person asked the platform to have their data deleted: the account ends, its id and number are erased. */
  withdraw(space: AccountSpace, externalId: string): Promise<boolean> {
    return this.accounts.withdraw({ space, externalId });
  }

  /** Two ids of one person, by a signed message of the platform that carries both. Cheap when known. */
  joinSpaces({ from, to }: { from: ChatAccount; to: ChatAccount }): Promise<JoinOutcome> {
    return this.accounts.join(from, to);
  }

  private async withLeaders(rows: readonly TeamRowData[], at: string): Promise<TeamInfo[]> {
    const leaders = new Map(
      (
        await this.leaders(
          rows.map(({ id }) => id),
          at,
        )
      ).map((row) => [row.teamId, row.personId]),
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      unitId: row.unitId,
      communeId: row.communeId,
      status: row.status,
      leaderId: leaders.get(row.id) ?? null,
    }));
  }

  private leaders(
    teamIds: readonly string[],
    at: string,
  ): Promise<Pick<MemberRow, 'teamId' | 'personId' | 'fullName' | 'position'>[]> {
    if (teamIds.length === 0) return Promise.resolve([]);
    return this.teamQueries.leaders(teamIds, at);
  }
}

function toRecipient(row: RecipientRow): Recipient {
  return {
    personId: row.personId,
    fullName: row.fullName,
    language: row.language,
    teamId: row.teamId,
    role: row.role,
    email: row.email,
    hasSession: row.hasSession,
  };
}
