import { AccountLimits } from './account-limits.ts';
import { AccountScopes } from './account-scopes.ts';
import { Accounts } from './accounts.ts';
import { ChatAccounts } from './chat-accounts.ts';
import { ChatLinks } from './chat-links.ts';
import { ClaimedPeople } from './claimed-people.ts';
import { JoinAccounts } from './join-accounts.ts';
import { LinkByCode } from './link-by-code.ts';
import { LinkByPhone } from './link-by-phone.ts';
import { LinkCodes } from './link-codes.ts';
import { LinkRequests } from './link-requests.ts';
import { LinkTickets } from './link-tickets.ts';
import { PhoneMatches } from './phone-matches.ts';

export const accountProviders = [
  AccountLimits,
  AccountScopes,
  Accounts,
  ChatAccounts,
  ChatLinks,
  ClaimedPeople,
  JoinAccounts,
  LinkByCode,
  LinkByPhone,
  LinkCodes,
  LinkRequests,
  LinkTickets,
  PhoneMatches,
];
