import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityPort } from '#platform/auth';
import { BusyController } from './busy/busy.controller.ts';
import { BusyWordsApi } from './busy/busy-words.api.ts';
import { busyProviders } from './busy/providers.ts';
import { SaySkills } from './skills/say-skills.ts';
import { SkillsController } from './skills/skills.controller.ts';
import { AskForAccess } from './access/passwords/ask-for-access.ts';
import { AcceptInvite } from './access/invites/accept-invite.ts';
import { ChangeLanguage } from './access/change-language.ts';
import { ChangePassword } from './access/passwords/change-password.ts';
import { CreateAdmin } from './access/create-admin.ts';
import { CreateInvite } from './access/invites/create-invite.ts';
import { EndAccess } from './access/end-access.ts';
import { EndSession } from './access/sessions/end-session.ts';
import { SessionsApi } from './access/sessions/sessions.api.ts';
import { ReportLostPhone } from './access/sessions/report-lost-phone.ts';
import { InviteRights } from './access/invites/invite-rights.ts';
import { InviteStrategy } from './access/invites/invite.strategy.ts';
import { MailedInvites } from './access/invites/mailed-invites.ts';
import { Invites } from './access/invites/invites.ts';
import { KnownDevices } from './access/passwords/known-devices.ts';
import { LoginAttempts } from './access/passwords/login-attempts.ts';
import { MeController } from './access/me.controller.ts';
import { PasswordStrategy } from './access/passwords/password.strategy.ts';
import { PreviewInvite } from './access/invites/preview-invite.ts';
import { ReadMe } from './access/read-me.ts';
import { RejectInvite } from './access/invites/reject-invite.ts';
import { agencyControllers, agencyProviders } from './access/agency/providers.ts';
import { passkeyControllers, passkeyProviders } from './access/passkeys/providers.ts';
import { secondFactorControllers, secondFactorProviders } from './access/second-factor/providers.ts';
import { SessionPresenter } from './access/sessions/session.presenter.ts';
import { SessionIdentity } from './access/sessions/session-identity.ts';
import { Sessions } from './access/sessions/sessions.ts';
import { SignInController } from './access/sign-in.controller.ts';
import { Passwords } from './access/passwords/passwords.ts';
import { SignInWithPassword } from './access/passwords/sign-in-with-password.ts';
import { slipControllers, slipProviders } from './access/slips/providers.ts';
import { accountControllers, accountProviders } from './accounts/providers.ts';
import { CardsController } from './cards/cards.controller.ts';
import { cardProviders } from './cards/providers.ts';
import { AddCommitteeMember } from './committees/add-committee-member.ts';
import { CommitteeController } from './committees/committee.controller.ts';
import { CommitteeQueries } from './committees/committee.queries.ts';
import { CommitteesApi } from './committees/committees.api.ts';
import { CommitteeStandsQueries } from './committees/committee-stands.queries.ts';
import { CreateCommittee } from './committees/create-committee.ts';
import { EndCommitteeMember } from './committees/end-committee-member.ts';
import { PostStore } from './committees/post-store.ts';
import { ReadCommittee } from './committees/read-committee.ts';
import { dataRequestControllers, dataRequestProviders } from './data-requests/providers.ts';
import { DataRequestsApi } from './data-requests/data-requests.api.ts';
import { PersonErasures } from './erasing/person-erasures.ts';
import { keepingControllers, keepingProviders } from './keeping/providers.ts';
import { MembershipApi } from './membership.api.ts';
import { NumbersApi } from './numbers/numbers.api.ts';
import { NumbersController } from './numbers/numbers.controller.ts';
import { numberProviders } from './numbers/providers.ts';
import { AppointOfficer } from './officers/appoint-officer.ts';
import { EndOffice } from './officers/end-office.ts';
import { OfficersController } from './officers/officers.controller.ts';
import { ImportOfficers } from './officers/list/import-officers.ts';
import { KnownOfficers } from './officers/list/known-officers.ts';
import { OfficerListController } from './officers/list/officer-list.controller.ts';
import { ReadOfficerList } from './officers/list/read-officer-list.ts';
import { WriteOfficers } from './officers/list/write-officers.ts';
import { HandoversApi } from './officers/handover/handovers.api.ts';
import { HandoversController } from './officers/handover/handovers.controller.ts';
import { MergesController } from './merging/merges.controller.ts';
import { PersonParts } from './merging/person-parts.ts';
import { MembershipOwnRecords } from './own-data/membership-own-records.ts';
import { OwnDataController } from './own-data/own-data.controller.ts';
import { OwnRecords } from './own-data/own-records.ts';
import { ReadOwnData } from './own-data/read-own-data.ts';
import { mergingProviders } from './merging/providers.ts';
import { GivenRights } from './rights/given-rights.ts';
import { SecondPersons } from './rights/second-persons.ts';
import { PlannedGifts } from './rights/planned-gifts.ts';
import { reformPeopleControllers, reformPeopleProviders } from './reforms/providers.ts';
import { OpenWork } from './officers/handover/open-work.ts';
import { handoverProviders } from './officers/handover/providers.ts';
import { AppointMany } from './officers/many/appoint-many.ts';
import { EndPosts } from './officers/many/end-posts.ts';
import { manyPostControllers, manyPostProviders } from './officers/many/providers.ts';
import { ListPosts } from './officers/list-posts.ts';
import { ReadReadiness } from './officers/read-readiness.ts';
import { ReadOfficers } from './officers/read-officers.ts';
import { AnonymisePerson } from './people/anonymise-person.ts';
import { ContactPoints } from './people/contact-points.ts';
import { EndPlaces } from './people/end-places.ts';
import { PeopleController } from './people/people.controller.ts';
import { UnitHistoryController } from './people/unit-history.controller.ts';
import { PeopleQueries } from './people/people.queries.ts';
import { PersonStore } from './people/person-store.ts';
import { ReadUnitChanges } from './people/read-unit-changes.ts';
import { ReadUnitMaps } from './people/read-unit-maps.ts';
import { NumberLooks } from './people/number-looks.ts';
import { RevealPhones } from './people/reveal-phones.ts';
import { Search } from './search/search.ts';
import { SearchSources } from './search/search-sources.ts';
import { sendControllers, sendProviders } from './sends/providers.ts';
import { SecondApproval } from './sends/second-approval.ts';
import { SendKinds } from './sends/send-kinds.ts';
import { SendRequestsApi } from './sends/send-requests.api.ts';
import { TeamsAndPeople } from './search/teams-and-people.ts';
import { rosterImportProviders } from './roster-import/providers.ts';
import { takeoverProviders } from './takeover/providers.ts';
import { TakeoverController } from './takeover/takeover.controller.ts';
import { TakeoverParts } from './takeover/takeover-parts.ts';
import { RosterImportsController } from './roster-import/roster-imports.controller.ts';
import { CorrectionsController } from './teams/decisions/corrections.controller.ts';
import { PrintedRosters } from './teams/printed-rosters.ts';
import { MembersController } from './teams/members/members.controller.ts';
import { DraftTeams } from './teams/decisions/draft-teams.ts';
import { TeamPapersController } from './teams/decisions/team-papers.controller.ts';
import { endingControllers } from './teams/endings/providers.ts';
import { TeamKnownSince } from './teams/team-known-since.ts';
import { TeamEndings } from './teams/endings/team-endings.ts';
import { TeamGroupsApi } from './teams/groups/team-groups.api.ts';
import { TeamLinksController } from './teams/team-links.controller.ts';
import { MatchTeams } from './teams/lists/match-teams.ts';
import { TeamListsController } from './teams/lists/team-lists.controller.ts';
import { TeamsController } from './teams/teams.controller.ts';
import { membershipEntities } from './membership.entities.ts';
import { teamProviders } from './teams/providers.ts';

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
    PersonParts,
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
