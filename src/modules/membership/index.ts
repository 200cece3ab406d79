export { MembershipApi, type PersonRef, type Recipient, type TeamInfo, type TeamMemberInfo } from './membership.api.ts';
export type { ChatAccount, LinkAnswer, LinkOutcome } from './identity/accounts/chat/chat-links.ts';
export type { ClaimedPerson } from './identity/accounts/linking/claimed-people.ts';
export { cardPage, cardStyleHash, reportedPage, waitPage } from './people/cards/card-page.ts';
export { CardPhotos } from './people/cards/card-photos.ts';
export { type CardVerdict, CheckCard } from './people/cards/check-card.ts';
export { ReportImpostor } from './people/cards/report-impostor.ts';
export type { JoinOutcome } from './identity/accounts/chat/join-accounts.ts';
export { BusyWordsApi } from './people/busy/busy-words.api.ts';
export { type AskedNumber, NumbersApi } from './people/numbers/numbers.api.ts';
export * from './membership.events.ts';
export * as membershipSql from './membership.sql.ts';
export { type HandoverInfo, HandoversApi } from './officers/handover/handovers.api.ts';
export { AppointMany } from './officers/many/appoint-many.ts';
export { EndPosts } from './officers/many/end-posts.ts';
export type { SeenPosts } from './officers/many/told-of-posts.ts';
export type { Held } from './officers/handover/holders.ts';
export { PersonReferences } from './rosters/merging/person-references.ts';
export { PersonErasures } from './privacy/erasing/person-erasures.ts';
export { ANONYMOUS } from './people/people/anonymous.ts';
export { type DataRequestInfo, DataRequestsApi } from './privacy/data-requests/data-requests.api.ts';
export { OwnRecords } from './privacy/own-data/own-records.ts';
export { type TakeoverAsked, TakeoverParts } from './officers/takeover/takeover-parts.ts';
export { OpenWork } from './officers/posts/open-work.ts';
export type { LoadTeamRow } from './officers/committees/committee-stands.queries.ts';
export {
  type CommitteeInfo,
  committeeLacks,
  CommitteesApi,
  type CommitteeStanding,
} from './officers/committees/committees.api.ts';
export { type Invited, MailedInvites } from './identity/invites/mailed-invites.ts';
export { CreateAdmin } from './identity/access/create-admin.ts';
export { MembershipModule } from './membership.module.ts';
export { type KnownSession, SessionsApi } from './identity/sessions/sessions.api.ts';
export { SecondPersons } from './people/rights/second-persons.ts';
export { type ApprovalNeed, type Reach, SecondApproval, type ShownApproval } from './sends/second-approval.ts';
export { type Approved, SendKinds } from './sends/send-kinds.ts';
export { type SendRequestInfo, SendRequestsApi } from './sends/send-requests.api.ts';
export { SearchSources } from './people/search/search-sources.ts';
export { membersOf } from './people/teams/members-of.sql.ts';
export { MatchTeams } from './people/teams/lists/match-teams.ts';
export { DraftTeams, type DraftTeamToSign } from './people/teams/decisions/draft-teams.ts';
export { PrintedRosters, type PrintedTeam } from './rosters/printed/printed-rosters.ts';
export type { GroupPlace } from './people/teams/groups/group-store.ts';
export { type TeamEnding, TeamEndings } from './people/teams/endings/team-endings.ts';
export { TeamKnownSince } from './people/teams/team-known-since.ts';
export { type GroupOwnerInfo, type GroupStanding, TeamGroupsApi } from './people/teams/groups/team-groups.api.ts';
