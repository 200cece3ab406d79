/** The module's tables. */
import { DataRequest } from './privacy/data-requests/data-request.entity.ts';
import { AccessRequest } from './identity/passwords/access-request.entity.ts';
import { KnownDevice, LoginAttempt } from './identity/passwords/login-attempt.entity.ts';
import { Invite, Session } from './identity/sessions/session.entity.ts';
import { LinkCode, LinkRequest, LinkTicket } from './identity/accounts/linking/link-request.entity.ts';
import { AccountJoin, AccountScope, LinkedAccount } from './identity/accounts/linked-account.entity.ts';
import { RefusedProof, UsedProof } from './identity/accounts/sign-in/proof.entity.ts';
import { SecondFactorRule } from './identity/second-factor/second-factor-rule.entity.ts';
import { AgencyAccount, AgencySession } from './identity/agency/agency-account.entity.ts';
import { Passkey, PasskeyChallenge } from './identity/second-factor/passkeys/passkey.entity.ts';
import { RecoveryCode, SecondFactor } from './identity/second-factor/second-factor.entity.ts';
import { CardPhoto, CardReport, CardRequest, MemberCard } from './people/people/member-card.entity.ts';
import { Post } from './officers/posts/post.entity.ts';
import { SteeringCommittee, Supporter } from './officers/committees/steering-committee.entity.ts';
import { RetentionHold } from './privacy/keeping/retention-hold.entity.ts';
import { Handover } from './officers/posts/handover.entity.ts';
import { AccessLogEntry } from './people/people/access-log.entity.ts';
import { BusyWord } from './people/busy/busy-word.entity.ts';
import { MemberSkills } from './people/people/member-skills.entity.ts';
import { NumberQuestion } from './people/numbers/number-question.entity.ts';
import { Email, Phone } from './people/people/contact-point.entity.ts';
import { PersonMerge } from './rosters/merging/person-merge.entity.ts';
import { Person } from './people/people/person.entity.ts';
import { RosterColumns } from './rosters/roster-import/roster-columns.entity.ts';
import { RosterFile } from './rosters/roster-import/files/roster-file.entity.ts';
import { RosterImport } from './rosters/roster-import/roster-import.entity.ts';
import { SecondApprovalRule, SendRequest } from './sends/send-request.entity.ts';
import { ChatGroup } from './people/teams/groups/chat-group.entity.ts';
import { TakeoverTick } from './officers/takeover/takeover-tick.entity.ts';
import {
  DecisionCorrection,
  DecisionScan,
  EstablishingDecision,
} from './people/teams/decisions/establishing-decision.entity.ts';
import { TeamEnding } from './people/teams/endings/team-ending.entity.ts';
import { Team, TeamMember } from './people/teams/team.entity.ts';

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
