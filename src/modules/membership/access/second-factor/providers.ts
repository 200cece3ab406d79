import { CheckCode } from './check-code.ts';
import { ConfirmSecondFactor } from './confirm-second-factor.ts';
import { EndSecondFactor } from './end-second-factor.ts';
import { FactorRules } from './factor-rules.ts';
import { FactorStore } from './factor-store.ts';
import { KeepFactorRules } from './keep-factor-rules.ts';
import { LiftSecondFactor } from './lift-second-factor.ts';
import { ProveSignIn } from './prove-sign-in.ts';
import { ReadSecondFactor } from './read-second-factor.ts';
import { RenewRecoveryCodes } from './renew-recovery-codes.ts';
import { StartSecondFactor } from './start-second-factor.ts';

export const secondFactorProviders = [
  CheckCode,
  ConfirmSecondFactor,
  EndSecondFactor,
  FactorRules,
  FactorStore,
  KeepFactorRules,
  LiftSecondFactor,
  ProveSignIn,
  ReadSecondFactor,
  RenewRecoveryCodes,
  StartSecondFactor,
];
