export { MembershipApi, type PersonRef, type Recipient, type TeamInfo, type TeamMemberInfo } from './membership.api.ts';
export type { ChatAccount, LinkAnswer, LinkOutcome } from './accounts/chat-links.ts';
export type { ClaimedPerson } from './accounts/claimed-people.ts';
export type { JoinOutcome } from './accounts/join-accounts.ts';
export * from './membership.events.ts';
export { CreateAdmin } from './access/create-admin.ts';
export { MembershipModule } from './membership.module.ts';
export type { GroupPlace } from './teams/group-register.ts';
export { type GroupOwnerInfo, TeamGroupsApi } from './teams/team-groups.api.ts';
