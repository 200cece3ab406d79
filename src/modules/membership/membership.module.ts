import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityPort } from '#platform/auth';
import { AcceptInvite } from './access/accept-invite.ts';
import { ChangeLanguage } from './access/change-language.ts';
import { ChangePassword } from './access/change-password.ts';
import { CreateAdmin } from './access/create-admin.ts';
import { CreateInvite } from './access/create-invite.ts';
import { EndAccess } from './access/end-access.ts';
import { EndSession } from './access/end-session.ts';
import { ForgetOldAccess } from './access/forget-old-access.ts';
import { InviteRights } from './access/invite-rights.ts';
import { InviteStrategy } from './access/invite.strategy.ts';
import { Invites } from './access/invites.ts';
import { KnownDevices } from './access/known-devices.ts';
import { LoginAttempts } from './access/login-attempts.ts';
import { MeController } from './access/me.controller.ts';
import { PasswordStrategy } from './access/password.strategy.ts';
import { PreviewInvite } from './access/preview-invite.ts';
import { ReadMe } from './access/read-me.ts';
import { RejectInvite } from './access/reject-invite.ts';
import { SessionAnswers } from './access/session-answers.ts';
import { SessionIdentity } from './access/session-identity.ts';
import { Sessions } from './access/sessions.ts';
import { SignInController } from './access/sign-in.controller.ts';
import { SignInWithPassword } from './access/sign-in-with-password.ts';
import { accountControllers, accountProviders } from './accounts/providers.ts';
import { AddCommitteeMember } from './committees/add-committee-member.ts';
import { CommitteeController } from './committees/committee.controller.ts';
import { CommitteeQueries } from './committees/committee.queries.ts';
import { CreateCommittee } from './committees/create-committee.ts';
import { EndCommitteeMember } from './committees/end-committee-member.ts';
import { Posts } from './committees/posts.ts';
import { ReadCommittee } from './committees/read-committee.ts';
import { MembershipApi } from './membership.api.ts';
import { AppointOfficer } from './officers/appoint-officer.ts';
import { EndOffice } from './officers/end-office.ts';
import { OfficersController } from './officers/officers.controller.ts';
import { ReadOfficers } from './officers/read-officers.ts';
import { AnonymisePerson } from './people/anonymise-person.ts';
import { ContactPoints } from './people/contact-points.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleQueries } from './people/people.queries.ts';
import { People } from './people/people.ts';
import { RevealPhones } from './people/reveal-phones.ts';
import { Search } from './people/search.ts';
import { rosterImportProviders } from './roster-import/providers.ts';
import { RosterImportsController } from './roster-import/roster-imports.controller.ts';
import { AddMember } from './teams/add-member.ts';
import { AttachDecision } from './teams/attach-decision.ts';
import { ChangeMember } from './teams/change-member.ts';
import { CorrectDecision } from './teams/correct-decision.ts';
import { CorrectionsController } from './teams/corrections.controller.ts';
import { CreateDraftTeams } from './teams/create-draft-teams.ts';
import { CreateTeam } from './teams/create-team.ts';
import { DecisionDays } from './teams/decision-days.ts';
import { DissolveTeam } from './teams/dissolve-team.ts';
import { EndMember } from './teams/end-member.ts';
import { GroupRegister } from './teams/group-register.ts';
import { GroupNames } from './teams/group-states.ts';
import { HoldUnits } from './teams/hold-units.ts';
import { Leavings } from './teams/leavings.ts';
import { MemberRows } from './teams/member-rows.ts';
import { PreviewDissolution } from './teams/preview-dissolution.ts';
import { PrintedRosters } from './teams/printed-rosters.ts';
import { MembersController } from './teams/members.controller.ts';
import { ReadCorrections } from './teams/read-corrections.ts';
import { ReadTeams } from './teams/read-teams.ts';
import { RemoveMember } from './teams/remove-member.ts';
import { ReplaceMember } from './teams/replace-member.ts';
import { SetGroup } from './teams/set-group.ts';
import { SetSupporters } from './teams/set-supporters.ts';
import { TeamDeeds } from './teams/team-deeds.ts';
import { TeamEndings } from './teams/team-endings.ts';
import { TeamGroupsApi } from './teams/team-groups.api.ts';
import { TeamLinksController } from './teams/team-links.controller.ts';
import { TeamPlaces } from './teams/team-places.ts';
import { TeamQueries } from './teams/team.queries.ts';
import { TeamsController } from './teams/teams.controller.ts';
import { membershipEntities } from './membership.entities.ts';

const access = [
  AcceptInvite,
  ChangeLanguage,
  ChangePassword,
  CreateAdmin,
  CreateInvite,
  EndAccess,
  EndSession,
  ForgetOldAccess,
  InviteRights,
  InviteStrategy,
  Invites,
  KnownDevices,
  LoginAttempts,
  PasswordStrategy,
  PreviewInvite,
  ReadMe,
  RejectInvite,
  SessionAnswers,
  SessionIdentity,
  Sessions,
  SignInWithPassword,
  { provide: IdentityPort, useExisting: SessionIdentity },
];
const people = [AnonymisePerson, ContactPoints, People, PeopleQueries, RevealPhones, Search];
const committees = [AddCommitteeMember, CommitteeQueries, CreateCommittee, EndCommitteeMember, Posts, ReadCommittee];
const officers = [AppointOfficer, EndOffice, ReadOfficers];
const teams = [
  AddMember,
  AttachDecision,
  ChangeMember,
  CorrectDecision,
  CreateDraftTeams,
  CreateTeam,
  DecisionDays,
  DissolveTeam,
  EndMember,
  GroupNames,
  GroupRegister,
  HoldUnits,
  Leavings,
  MemberRows,
  PreviewDissolution,
  PrintedRosters,
  ReadCorrections,
  ReadTeams,
  RemoveMember,
  ReplaceMember,
  SetGroup,
  SetSupporters,
  TeamDeeds,
  TeamEndings,
  TeamGroupsApi,
  TeamPlaces,
  TeamQueries,
];

/** Global: whoever serves a request asks it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(membershipEntities)],
  controllers: [
    SignInController,
    ...accountControllers,
    MeController,
    PeopleController,
    TeamsController,
    CorrectionsController,
    MembersController,
    TeamLinksController,
    CommitteeController,
    OfficersController,
    RosterImportsController,
  ],
  providers: [
    ...access,
    ...accountProviders,
    ...people,
    ...committees,
    ...officers,
    ...teams,
    ...rosterImportProviders,
    MembershipApi,
  ],
  exports: [IdentityPort, MembershipApi, PrintedRosters, TeamDeeds, TeamEndings, TeamGroupsApi],
})
export class MembershipModule {}
