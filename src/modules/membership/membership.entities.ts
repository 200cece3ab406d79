/** The module's tables. */
import { DataRequest } from './data-requests/data-request.entity.ts';
import { AccessRequest } from './access/passwords/access-request.entity.ts';
import { KnownDevice, LoginAttempt } from './access/passwords/login-attempt.entity.ts';
import { Invite, Session } from './access/sessions/session.entity.ts';
import { LinkCode, LinkRequest, LinkTicket } from './accounts/linking/link-request.entity.ts';
import { AccountJoin, AccountScope, LinkedAccount } from './accounts/linked-account.entity.ts';
import { RefusedProof, UsedProof } from './accounts/sign-in/proof.entity.ts';
import { SecondFactorRule } from './access/second-factor/second-factor-rule.entity.ts';
import { AgencyAccount, AgencySession } from './access/agency/agency-account.entity.ts';
import { Passkey, PasskeyChallenge } from './access/passkeys/passkey.entity.ts';
import { RecoveryCode, SecondFactor } from './access/second-factor/second-factor.entity.ts';
import { CardPhoto, CardReport, CardRequest, MemberCard } from './cards/member-card.entity.ts';
import { Post } from './committees/post.entity.ts';
import { SteeringCommittee, Supporter } from './committees/steering-committee.entity.ts';
import { RetentionHold } from './keeping/retention-hold.entity.ts';
import { Handover } from './officers/handover/handover.entity.ts';
import { AccessLogEntry } from './people/access-log.entity.ts';
import { BusyWord } from './busy/busy-word.entity.ts';
import { MemberSkills } from './skills/member-skills.entity.ts';
import { NumberQuestion } from './numbers/number-question.entity.ts';
import { Email, Phone } from './people/contact-point.entity.ts';
import { PersonMerge } from './merging/person-merge.entity.ts';
import { Person } from './people/person.entity.ts';
import { RosterColumns } from './roster-import/roster-columns.entity.ts';
import { RosterFile } from './roster-import/files/roster-file.entity.ts';
import { RosterImport } from './roster-import/roster-import.entity.ts';
import { SecondApprovalRule, SendRequest } from './sends/send-request.entity.ts';
import { ChatGroup } from './teams/groups/chat-group.entity.ts';
import { TakeoverTick } from './takeover/takeover-tick.entity.ts';
import {
  DecisionCorrection,
  DecisionScan,
  EstablishingDecision,
} from './teams/decisions/establishing-decision.entity.ts';
import { TeamEnding } from './teams/endings/team-ending.entity.ts';
import { Team, TeamMember } from './teams/team.entity.ts';

export const membershipEntities = [
  AccessLogEntry,
  AccessRequest,
  AccountJoin,
  AccountScope,
  AgencyAccount,
  AgencySession,
  BusyWord,
  CardPhoto,
  CardReport,
  CardRequest,
  ChatGroup,
  DataRequest,
  Email,
  DecisionCorrection,
  DecisionScan,
  EstablishingDecision,
  Handover,
  Invite,
  KnownDevice,
  LinkCode,
  MemberCard,
  MemberSkills,
  LinkRequest,
  LinkTicket,
  LinkedAccount,
  LoginAttempt,
  NumberQuestion,
  Passkey,
  PasskeyChallenge,
  Person,
  PersonMerge,
  Phone,
  Post,
  RecoveryCode,
  RetentionHold,
  RefusedProof,
  RosterColumns,
  RosterFile,
  RosterImport,
  SecondApprovalRule,
  SecondFactor,
  SecondFactorRule,
  SendRequest,
  Session,
  SteeringCommittee,
  Supporter,
  TakeoverTick,
  Team,
  TeamEnding,
  TeamMember,
  UsedProof,
];
