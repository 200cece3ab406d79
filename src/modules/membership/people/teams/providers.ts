import { endingProviders } from './endings/providers.ts';
import { AddMember } from './members/add-member.ts';
import { AttachDecision } from './decisions/attach-decision.ts';
import { AttachDecisionToTeams } from './decisions/attach-decision-to-teams.ts';
import { ActivateTeams } from './decisions/activate-teams.ts';
import { CheckComposition } from './decisions/check-composition.ts';
import { ChangeMember } from './members/change-member.ts';
import { CorrectDecision } from './decisions/correct-decision.ts';
import { CreateDraftTeams } from './create-draft-teams.ts';
import { CreateTeam } from './create-team.ts';
import { DecisionDays } from './decisions/decision-days.ts';
import { DecisionPapers } from './decisions/decision-papers.ts';
import { DecisionScans } from './decisions/decision-scans.ts';
import { DraftTeams } from './decisions/draft-teams.ts';
import { EndMember } from './members/end-member.ts';
import { GroupNames } from './groups/group-states.ts';
import { GroupStore } from './groups/group-store.ts';
import { HoldUnits } from './hold-units.ts';
import { CountTouched } from './count-touched.ts';
import { KeepRuleHearers } from './keep-rule-hearers.ts';
import { TellEndedMemberships } from './members/tell-ended-memberships.ts';
import { MembershipStore } from './members/membership-store.ts';
import { MembershipMergerShare } from './mergers/merger-share.ts';
import { MergeTeamsSubscriber } from './mergers/merge-teams.subscriber.ts';
import { SplitTeams } from './splits/split-teams.ts';
import { SplitTeamsSubscriber } from './splits/split-teams.subscriber.ts';
import { KeepScan } from './decisions/keep-scan.ts';
import { ReadCorrections } from './decisions/read-corrections.ts';
import { ReadDecisions } from './decisions/read-decisions.ts';
import { UndoDecision } from './decisions/undo-decision.ts';
import { VoidDecision } from './decisions/void-decision.ts';
import { ReadTeams } from './read-teams.ts';
import { ListTeams } from './lists/list-teams.ts';
import { MatchTeams } from './lists/match-teams.ts';
import { SumTeams } from './lists/sum-teams.ts';
import { TeamListQueries } from './lists/team-list.queries.ts';
import { TeamStands } from './lists/team-stands.ts';
import { RemoveMember } from './members/remove-member.ts';
import { ReplaceMember } from './members/replace-member.ts';
import { SetGroup } from './groups/set-group.ts';
import { ShareSupport } from './share-support.ts';
import { GiveSupport } from './give-support.ts';
import { SupportActs } from './support-acts.ts';
import { TeamKnownSince } from './team-known-since.ts';
import { TeamEndings } from './endings/team-endings.ts';
import { TeamGroupsApi } from './groups/team-groups.api.ts';
import { TeamAccess } from './team-access.ts';
import { TeamQueries } from './team.queries.ts';

/** Teams, their members, decisions, groups and endings. */
export const teamProviders = [
  AddMember,
  AttachDecision,
  AttachDecisionToTeams,
  ActivateTeams,
  CheckComposition,
  ChangeMember,
  CorrectDecision,
  CreateDraftTeams,
  CreateTeam,
  DecisionDays,
  DecisionPapers,
  DecisionScans,
  DraftTeams,
  EndMember,
  GroupNames,
  GroupStore,
  HoldUnits,
  CountTouched,
  KeepRuleHearers,
  TellEndedMemberships,
  MembershipStore,
  MembershipMergerShare,
  MergeTeamsSubscriber,
  SplitTeams,
  SplitTeamsSubscriber,
  KeepScan,
  ReadCorrections,
  ReadDecisions,
  UndoDecision,
  VoidDecision,
  ReadTeams,
  ListTeams,
  MatchTeams,
  SumTeams,
  TeamListQueries,
  TeamStands,
  RemoveMember,
  ReplaceMember,
  SetGroup,
  ShareSupport,
  GiveSupport,
  SupportActs,
  TeamKnownSince,
  ...endingProviders,
  TeamEndings,
  TeamGroupsApi,
  TeamAccess,
  TeamQueries,
];
