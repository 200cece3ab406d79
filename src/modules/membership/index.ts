export { MembershipApi, type PersonRef, type Recipient, type TeamInfo, type TeamMemberInfo } from './membership.api.ts';
export type { ChatAccount, LinkAnswer, LinkOutcome } from './accounts/chat/chat-links.ts';
export type { ClaimedPerson } from './accounts/linking/claimed-people.ts';
export { cardPage, cardStyleHash, reportedPage, waitPage } from './cards/card-page.ts';
export { CardPhotos } from './cards/card-photos.ts';
export { type CardVerdict, CheckCard } from './cards/check-card.ts';
export { ReportImpostor } from './cards/report-impostor.ts';
export type { JoinOutcome } from './accounts/chat/join-accounts.ts';
export { BusyWordsApi } from './busy/busy-words.api.ts';
export { type AskedNumber, NumbersApi } from './numbers/numbers.api.ts';
export * from './membership.events.ts';
export * as membershipSql from './membership.sql.ts';
export { type HandoverInfo, HandoversApi } from './officers/handover/handovers.api.ts';
export { AppointMany } from './officers/many/appoint-many.ts';
export { EndPosts } from './officers/many/end-posts.ts';
export type { SeenPosts } from './officers/many/told-of-posts.ts';
export type { Held } from './officers/handover/holders.ts';
export { PersonParts } from './merging/person-parts.ts';
export { PersonErasures } from './erasing/person-erasures.ts';
export { ANONYMOUS } from './people/anonymous.ts';
export { type DataRequestInfo, DataRequestsApi } from './data-requests/data-requests.api.ts';
export { OwnRecords } from './own-data/own-records.ts';
export { type TakeoverAsked, TakeoverParts } from './takeover/takeover-parts.ts';
export { OpenWork } from './officers/handover/open-work.ts';
export type { LoadTeamRow } from './committees/committee-stands.queries.ts';
export {
  type CommitteeInfo,
  committeeLacks,
  CommitteesApi,
  type CommitteeStanding,
} from './committees/committees.api.ts';
export { type Invited, MailedInvites } from './access/invites/mailed-invites.ts';
export { CreateAdmin } from './access/create-admin.ts';
export { MembershipModule } from './membership.module.ts';
export { type KnownSession, SessionsApi } from './access/sessions/sessions.api.ts';
export { SecondPersons } from './rights/second-persons.ts';
export { type ApprovalNeed, type Reach, SecondApproval, type ShownApproval } from './sends/second-approval.ts';
export { type Approved, SendKinds } from './sends/send-kinds.ts';
export { type SendRequestInfo, SendRequestsApi } from './sends/send-requests.api.ts';
export { SearchSources } from './search/search-sources.ts';
export { membersOf } from './teams/members-of.sql.ts';
export { MatchTeams } from './teams/lists/match-teams.ts';
export { DraftTeams, type DraftTeamToSign } from './teams/decisions/draft-teams.ts';
export { PrintedRosters, type PrintedTeam } from './teams/printed-rosters.ts';
export type { GroupPlace } from './teams/groups/group-store.ts';
export { type TeamEnding, TeamEndings } from './teams/endings/team-endings.ts';
export { TeamKnownSince } from './teams/team-known-since.ts';
export { type GroupOwnerInfo, type GroupStanding, TeamGroupsApi } from './teams/groups/team-groups.api.ts';
