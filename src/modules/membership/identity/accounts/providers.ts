import { AccountLimits } from './account-limits.ts';
import { AccountAccess } from './account-access.ts';
import { AccountScopes } from './account-scopes.ts';
import { AccountSignInController } from './sign-in/account-sign-in.controller.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountStore } from './account-store.ts';
import { ChatAccounts } from './chat/chat-accounts.ts';
import { ChatLinks } from './chat/chat-links.ts';
import { ClaimedPeople } from './linking/claimed-people.ts';
import { ConfirmLink } from './linking/confirm-link.ts';
import { CreateLinkCode } from './linking/create-link-code.ts';
import { DecideLinkRequest } from './linking/decide-link-request.ts';
import { JoinAccounts } from './chat/join-accounts.ts';
import { LinkByCode } from './linking/link-by-code.ts';
import { LinkByOfficer } from './linking/link-by-officer.ts';
import { LinkByPhone } from './linking/link-by-phone.ts';
import { LinkCandidates } from './linking/link-candidates.ts';
import { LinkCodes } from './linking/link-codes.ts';
import { LinkRequests } from './linking/link-requests.ts';
import { LinkTicketStore } from './linking/link-ticket-store.ts';
import { PhoneMatches } from './linking/phone-matches.ts';
import { PhoneProofs } from './sign-in/phone-proofs.ts';
import { ProvePhone } from './sign-in/prove-phone.ts';
import { ReadAccounts } from './read-accounts.ts';
import { ReadLinkRequests } from './linking/read-link-requests.ts';
import { RefusedProofs } from './sign-in/refused-proofs.ts';
import { RejectLink } from './linking/reject-link.ts';
import { SignInWithAccount, UnknownAccounts } from './sign-in/sign-in-with-account.ts';
import { TelegramLaunches } from './sign-in/telegram-launches.ts';
import { TelegramStrategy } from './sign-in/telegram.strategy.ts';
import { UnlinkAccount } from './unlink-account.ts';
import { UsedProofs } from './sign-in/used-proofs.ts';
import { ZaloPeople } from './sign-in/zalo-people.ts';
import { ZaloStrategy } from './sign-in/zalo.strategy.ts';

export const accountControllers = [AccountSignInController, AccountsController];

export const accountProviders = [
  AccountLimits,
  AccountAccess,
  AccountScopes,
  AccountStore,
  ChatAccounts,
  ChatLinks,
  ClaimedPeople,
  ConfirmLink,
  CreateLinkCode,
  DecideLinkRequest,
  JoinAccounts,
  LinkByCode,
  LinkByOfficer,
  LinkByPhone,
  LinkCandidates,
  LinkCodes,
  LinkRequests,
  LinkTicketStore,
  PhoneMatches,
  PhoneProofs,
  ProvePhone,
  ReadAccounts,
  ReadLinkRequests,
  RefusedProofs,
  RejectLink,
  SignInWithAccount,
  TelegramLaunches,
  TelegramStrategy,
  UnknownAccounts,
  UnlinkAccount,
  UsedProofs,
  ZaloPeople,
  ZaloStrategy,
];
