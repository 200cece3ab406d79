import { AccountLimits } from './account-limits.ts';
import { AccountPlaces } from './account-places.ts';
import { AccountScopes } from './account-scopes.ts';
import { AccountSignInController } from './account-sign-in.controller.ts';
import { AccountsController } from './accounts.controller.ts';
import { Accounts } from './accounts.ts';
import { ChatAccounts } from './chat-accounts.ts';
import { ChatLinks } from './chat-links.ts';
import { ClaimedPeople } from './claimed-people.ts';
import { ConfirmLink } from './confirm-link.ts';
import { CreateLinkCode } from './create-link-code.ts';
import { DecideLinkRequest } from './decide-link-request.ts';
import { ForgetOldAccounts } from './forget-old-accounts.ts';
import { JoinAccounts } from './join-accounts.ts';
import { LinkByCode } from './link-by-code.ts';
import { LinkByOfficer } from './link-by-officer.ts';
import { LinkByPhone } from './link-by-phone.ts';
import { LinkCandidates } from './link-candidates.ts';
import { LinkCodes } from './link-codes.ts';
import { LinkRequests } from './link-requests.ts';
import { LinkTickets } from './link-tickets.ts';
import { PhoneMatches } from './phone-matches.ts';
import { PhoneProofs } from './phone-proofs.ts';
import { ProvePhone } from './prove-phone.ts';
import { ReadAccounts } from './read-accounts.ts';
import { ReadLinkRequests } from './read-link-requests.ts';
import { Refusals } from './refusals.ts';
import { RejectLink } from './reject-link.ts';
import { SignInWithAccount, UnknownAccounts } from './sign-in-with-account.ts';
import { TelegramLaunches } from './telegram-launches.ts';
import { TelegramStrategy } from './telegram.strategy.ts';
import { UnlinkAccount } from './unlink-account.ts';
import { UsedProofs } from './used-proofs.ts';
import { ZaloPeople } from './zalo-people.ts';
import { ZaloStrategy } from './zalo.strategy.ts';

export const accountControllers = [AccountSignInController, AccountsController];

export const accountProviders = [
  AccountLimits,
  AccountPlaces,
  AccountScopes,
  Accounts,
  ChatAccounts,
  ChatLinks,
  ClaimedPeople,
  ConfirmLink,
  CreateLinkCode,
  DecideLinkRequest,
  ForgetOldAccounts,
  JoinAccounts,
  LinkByCode,
  LinkByOfficer,
  LinkByPhone,
  LinkCandidates,
  LinkCodes,
  LinkRequests,
  LinkTickets,
  PhoneMatches,
  PhoneProofs,
  ProvePhone,
  ReadAccounts,
  ReadLinkRequests,
  Refusals,
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
