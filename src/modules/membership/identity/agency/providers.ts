import { AgencyAccounts } from './agency-accounts.ts';
import { AgencyController } from './agency.controller.ts';
import { AgencyProvider } from './agency-provider.ts';
import { AgencyStrategy } from './agency.strategy.ts';
import { AgencyTickets } from './agency-tickets.ts';
import { DecideAgencyAccount } from './decide-agency-account.ts';
import { EndAgencyAccount } from './end-agency-account.ts';
import { ReadAgencyAccounts } from './read-agency-accounts.ts';
import { SignInWithAgency } from './sign-in-with-agency.ts';
import { SignOut } from './sign-out.ts';
import { StartAgencySignIn } from './start-agency-sign-in.ts';

export const agencyControllers = [AgencyController];

export const agencyProviders = [
  AgencyAccounts,
  AgencyProvider,
  AgencyStrategy,
  AgencyTickets,
  DecideAgencyAccount,
  EndAgencyAccount,
  ReadAgencyAccounts,
  SignInWithAgency,
  SignOut,
  StartAgencySignIn,
];
