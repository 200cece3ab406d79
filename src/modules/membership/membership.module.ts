/**
 * People, what they are and how they come in, each wing and room on those above it in this list (`.config/floors.mjs`):
 *
 * - people: persons and their numbers, rights that are given, busy words, teams, cards, skills, doubted numbers, search
 * - officers: posts and who takes care of them, committees, officers, hand-over, many posts, reforms, what is taken over
 * - identity: sessions, second factor, passwords, invites, slips, linked accounts, an agency's account, access
 * - rosters: reading a list (pure), importing it, printing it, merging two records of one person
 * - privacy: erasing, own data, requests about data, how long what is kept
 * - sends: what goes to very many is approved by a second officer
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityPort } from '#platform/auth';
import { BusyController } from './people/busy/busy.controller.ts';
import { BusyWordsApi } from './people/busy/busy-words.api.ts';
import { busyProviders } from './people/busy/providers.ts';
import { SaySkills } from './people/skills/say-skills.ts';
import { SkillsController } from './people/skills/skills.controller.ts';
import { AskForAccess } from './identity/passwords/ask-for-access.ts';
import { AcceptInvite } from './identity/access/accept-invite.ts';
import { ChangeLanguage } from './identity/access/change-language.ts';
import { ChangePassword } from './identity/passwords/change-password.ts';
import { CreateAdmin } from './identity/access/create-admin.ts';
import { CreateInvite } from './identity/invites/create-invite.ts';
import { EndAccess } from './people/people/end-access.ts';
import { EndSession } from './identity/sessions/end-session.ts';
import { SessionsApi } from './identity/sessions/sessions.api.ts';
import { ReportLostPhone } from './identity/invites/report-lost-phone.ts';
import { InviteRights } from './people/people/invite-rights.ts';
import { InviteStrategy } from './identity/access/invite.strategy.ts';
import { MailedInvites } from './identity/invites/mailed-invites.ts';
import { Invites } from './identity/invites/invites.ts';
import { KnownDevices } from './identity/passwords/known-devices.ts';
import { LoginAttempts } from './identity/passwords/login-attempts.ts';
import { MeController } from './identity/access/me.controller.ts';
import { PasswordStrategy } from './identity/passwords/password.strategy.ts';
import { PreviewInvite } from './identity/invites/preview-invite.ts';
import { ReadMe } from './identity/sessions/read-me.ts';
import { RejectInvite } from './identity/invites/reject-invite.ts';
import { agencyControllers, agencyProviders } from './identity/agency/providers.ts';
import { passkeyControllers, passkeyProviders } from './identity/second-factor/passkeys/providers.ts';
import { secondFactorControllers, secondFactorProviders } from './identity/second-factor/providers.ts';
import { SessionPresenter } from './identity/sessions/session.presenter.ts';
import { Actors } from './people/people/actors.ts';
import { OfficeHolders } from './officers/officers/office-holders.ts';
import { SessionIdentity } from './identity/sessions/session-identity.ts';
import { Sessions } from './identity/sessions/sessions.ts';
import { SignInController } from './identity/access/sign-in.controller.ts';
import { Passwords } from './identity/passwords/passwords.ts';
import { SignInWithPassword } from './identity/passwords/sign-in-with-password.ts';
import { slipControllers, slipProviders } from './identity/slips/providers.ts';
import { accountControllers, accountProviders } from './identity/accounts/providers.ts';
import { CardsController } from './people/cards/cards.controller.ts';
import { cardProviders } from './people/cards/providers.ts';
import { AddCommitteeMember } from './officers/committees/add-committee-member.ts';
import { CommitteeController } from './officers/committees/committee.controller.ts';
import { CommitteeQueries } from './officers/committees/committee.queries.ts';
import { CommitteesApi } from './officers/committees/committees.api.ts';
import { CommitteeStandsQueries } from './officers/committees/committee-stands.queries.ts';
import { CreateCommittee } from './officers/committees/create-committee.ts';
import { EndCommitteeMember } from './officers/committees/end-committee-member.ts';
import { PostStore } from './officers/posts/post-store.ts';
import { ReadCommittee } from './officers/committees/read-committee.ts';
import { dataRequestControllers, dataRequestProviders } from './privacy/data-requests/providers.ts';
import { DataRequestsApi } from './privacy/data-requests/data-requests.api.ts';
import { PersonErasures } from './privacy/erasing/person-erasures.ts';
import { keepingControllers, keepingProviders } from './privacy/keeping/providers.ts';
import { MembershipApi } from './membership.api.ts';
import { NumbersApi } from './people/numbers/numbers.api.ts';
import { NumbersController } from './people/numbers/numbers.controller.ts';
import { numberProviders } from './people/numbers/providers.ts';
import { AppointOfficer } from './officers/officers/appoint-officer.ts';
import { EndOffice } from './officers/officers/end-office.ts';
import { OfficersController } from './officers/officers/officers.controller.ts';
import { ImportOfficers } from './officers/officers/list/import-officers.ts';
import { KnownOfficers } from './officers/officers/list/known-officers.ts';
import { OfficerListController } from './officers/officers/list/officer-list.controller.ts';
import { ReadOfficerList } from './officers/officers/list/read-officer-list.ts';
import { WriteOfficers } from './officers/officers/list/write-officers.ts';
import { HandoversApi } from './officers/handover/handovers.api.ts';
import { HandoversController } from './officers/handover/handovers.controller.ts';
import { MergesController } from './rosters/merging/merges.controller.ts';
import { PersonReferences } from './rosters/merging/person-references.ts';
import { MembershipOwnRecords } from './privacy/own-data/membership-own-records.ts';
import { OwnDataController } from './privacy/own-data/own-data.controller.ts';
import { OwnRecords } from './privacy/own-data/own-records.ts';
import { ReadOwnData } from './privacy/own-data/read-own-data.ts';
import { mergingProviders } from './rosters/merging/providers.ts';
import { GivenRights } from './people/rights/given-rights.ts';
import { SecondPersons } from './people/rights/second-persons.ts';
import { PlannedGifts } from './people/rights/planned-gifts.ts';
import { reformPeopleControllers, reformPeopleProviders } from './officers/reforms/providers.ts';
import { OpenWork } from './officers/posts/open-work.ts';
import { handoverProviders } from './officers/handover/providers.ts';
import { AppointMany } from './officers/many/appoint-many.ts';
import { EndPosts } from './officers/many/end-posts.ts';
import { manyPostControllers, manyPostProviders } from './officers/many/providers.ts';
import { ListPosts } from './officers/officers/list-posts.ts';
import { ReadReadiness } from './officers/officers/read-readiness.ts';
import { ReadOfficers } from './officers/officers/read-officers.ts';
import { AnonymisePerson } from './privacy/erasing/anonymise-person.ts';
import { ContactPoints } from './people/people/contact-points.ts';
import { EndPlaces } from './privacy/erasing/end-places.ts';
import { PeopleController } from './identity/access/people.controller.ts';
import { UnitHistoryController } from './people/people/unit-history.controller.ts';
import { PeopleQueries } from './people/people/people.queries.ts';
import { PersonStore } from './people/people/person-store.ts';
import { ReadUnitChanges } from './people/people/read-unit-changes.ts';
import { ReadUnitMaps } from './people/people/read-unit-maps.ts';
import { NumberLooks } from './people/people/number-looks.ts';
import { RevealPhones } from './people/people/reveal-phones.ts';
import { Search } from './people/search/search.ts';
import { SearchSources } from './people/search/search-sources.ts';
import { sendControllers, sendProviders } from './sends/providers.ts';
import { SecondApproval } from './sends/second-approval.ts';
import { SendKinds } from './sends/send-kinds.ts';
import { SendRequestsApi } from './sends/send-requests.api.ts';
import { TeamsAndPeople } from './people/search/teams-and-people.ts';
import { rosterImportProviders } from './rosters/roster-import/providers.ts';
import { takeoverProviders } from './officers/takeover/providers.ts';
import { TakeoverController } from './officers/takeover/takeover.controller.ts';
import { TakeoverParts } from './officers/takeover/takeover-parts.ts';
import { RosterImportsController } from './rosters/roster-import/roster-imports.controller.ts';
import { CorrectionsController } from './people/teams/decisions/corrections.controller.ts';
import { PrintedRosters } from './rosters/printed/printed-rosters.ts';
import { MembersController } from './people/teams/members/members.controller.ts';
import { DraftTeams } from './people/teams/decisions/draft-teams.ts';
import { TeamPapersController } from './people/teams/decisions/team-papers.controller.ts';
import { endingControllers } from './people/teams/endings/providers.ts';
import { TeamKnownSince } from './people/teams/team-known-since.ts';
import { TeamEndings } from './people/teams/endings/team-endings.ts';
import { TeamGroupsApi } from './people/teams/groups/team-groups.api.ts';
import { TeamLinksController } from './people/teams/team-links.controller.ts';
import { MatchTeams } from './people/teams/lists/match-teams.ts';
import { TeamListsController } from './people/teams/lists/team-lists.controller.ts';
import { TeamsController } from './people/teams/teams.controller.ts';
import { membershipEntities } from './membership.entities.ts';
import { teamProviders } from './people/teams/providers.ts';

const access = [
  AcceptInvite,
  AskForAccess,
  ChangeLanguage,
  ChangePassword,
  CreateAdmin,
  CreateInvite,
  EndAccess,
  EndSession,
  InviteRights,
  InviteStrategy,
  Invites,
  MailedInvites,
  KnownDevices,
  LoginAttempts,
  PasswordStrategy,
  PreviewInvite,
  ReadMe,
  RejectInvite,
  ReportLostPhone,
  SessionPresenter,
  Actors,
  SessionIdentity,
  Sessions,
  SessionsApi,
  OwnRecords,
  MembershipOwnRecords,
  ReadOwnData,
  Passwords,
  SignInWithPassword,
  { provide: IdentityPort, useExisting: SessionIdentity },
];
const people = [
  AnonymisePerson,
  ContactPoints,
  EndPlaces,
  GivenRights,
  PlannedGifts,
  SecondPersons,
  PersonStore,
  PeopleQueries,
  ReadUnitChanges,
  ReadUnitMaps,
  NumberLooks,
  RevealPhones,
  Search,
  SearchSources,
  TeamsAndPeople,
];
const committees = [
  AddCommitteeMember,
  CommitteeQueries,
  CommitteesApi,
  CommitteeStandsQueries,
  CreateCommittee,
  EndCommitteeMember,
  PostStore,
  ReadCommittee,
];
const officers = [
  AppointOfficer,
  EndOffice,
  ImportOfficers,
  KnownOfficers,
  ListPosts,
  ReadOfficerList,
  OfficeHolders,
  PrintedRosters,
  ReadOfficers,
  ReadReadiness,
  WriteOfficers,
];

/** Global: whoever serves a request asks it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(membershipEntities)],
  controllers: [
    SignInController,
    ...slipControllers,
    ...accountControllers,
    MeController,
    OwnDataController,
    ...keepingControllers,
    ...secondFactorControllers,
    ...passkeyControllers,
    ...agencyControllers,
    PeopleController,
    UnitHistoryController,
    TeamListsController,
    TeamsController,
    CorrectionsController,
    TeamPapersController,
    MembersController,
    CardsController,
    NumbersController,
    BusyController,
    SkillsController,
    TeamLinksController,
    ...endingControllers,
    ...sendControllers,
    CommitteeController,
    OfficersController,
    HandoversController,
    TakeoverController,
    ...manyPostControllers,
    MergesController,
    ...reformPeopleControllers,
    ...dataRequestControllers,
    OfficerListController,
    RosterImportsController,
  ],
  providers: [
    ...access,
    ...slipProviders,
    ...secondFactorProviders,
    ...passkeyProviders,
    ...agencyProviders,
    ...accountProviders,
    ...people,
    ...keepingProviders,
    ...cardProviders,
    ...numberProviders,
    ...busyProviders,
    SaySkills,
    ...committees,
    ...officers,
    ...handoverProviders,
    ...takeoverProviders,
    ...manyPostProviders,
    ...mergingProviders,
    ...reformPeopleProviders,
    ...teamProviders,
    ...sendProviders,
    ...rosterImportProviders,
    ...dataRequestProviders,
    MembershipApi,
  ],
  exports: [
    AppointMany,
    BusyWordsApi,
    CommitteesApi,
    DataRequestsApi,
    DraftTeams,
    EndPosts,
    HandoversApi,
    IdentityPort,
    MailedInvites,
    MatchTeams,
    MembershipApi,
    NumbersApi,
    OpenWork,
    TakeoverParts,
    PersonErasures,
    PersonReferences,
    OwnRecords,
    PrintedRosters,
    SearchSources,
    SecondApproval,
    SecondPersons,
    SendKinds,
    SendRequestsApi,
    SessionsApi,
    TeamKnownSince,
    TeamEndings,
    TeamGroupsApi,
  ],
})
export class MembershipModule {}
