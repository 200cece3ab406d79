/** The module's tables. */
import { KnownDevice, LoginAttempt } from './access/login-attempt.entity.ts';
import { Invite, Session } from './access/session.entity.ts';
import { LinkCode, LinkRequest, LinkTicket } from './accounts/link-request.entity.ts';
import { AccountJoin, AccountScope, LinkedAccount } from './accounts/linked-account.entity.ts';
import { RefusedProof, UsedProof } from './accounts/proof.entity.ts';
import { Post } from './committees/post.entity.ts';
import { SteeringCommittee, Supporter } from './committees/steering-committee.entity.ts';
import { AccessLogEntry } from './people/access-log.entity.ts';
import { Email, Phone } from './people/contact-point.entity.ts';
import { Person } from './people/person.entity.ts';
import { RosterColumns } from './roster-import/roster-columns.entity.ts';
import { RosterFile } from './roster-import/roster-file.entity.ts';
import { RosterImport } from './roster-import/roster-import.entity.ts';
import { ChatGroup } from './teams/chat-group.entity.ts';
import { DecisionCorrection, EstablishingDecision } from './teams/establishing-decision.entity.ts';
import { TeamEnding } from './teams/team-ending.entity.ts';
import { Team, TeamMember } from './teams/team.entity.ts';

export const membershipEntities = [
  AccessLogEntry,
  AccountJoin,
  AccountScope,
  ChatGroup,
  Email,
  DecisionCorrection,
  EstablishingDecision,
  Invite,
  KnownDevice,
  LinkCode,
  LinkRequest,
  LinkTicket,
  LinkedAccount,
  LoginAttempt,
  Person,
  Phone,
  Post,
  RefusedProof,
  RosterColumns,
  RosterFile,
  RosterImport,
  Session,
  SteeringCommittee,
  Supporter,
  Team,
  TeamEnding,
  TeamMember,
  UsedProof,
];
