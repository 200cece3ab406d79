import { CheckCode } from './check-code.ts';
import { CheckShown } from './check-shown.ts';
import { ConfirmSecondFactor } from './confirm-second-factor.ts';
import { EndSecondFactor } from './end-second-factor.ts';
import { FactorRules } from './factor-rules.ts';
import { FactorStore } from './factor-store.ts';
import { KeepFactorRules } from './keep-factor-rules.ts';
import { LiftSecondFactor } from './lift-second-factor.ts';
import { ProofsController } from './proofs.controller.ts';
import { ProveSignIn } from './prove-sign-in.ts';
import { RecentProof } from './recent-proof.ts';
import { ReadSecondFactor } from './read-second-factor.ts';
import { RenewRecoveryCodes } from './renew-recovery-codes.ts';
import { SecondFactorController } from './second-factor.controller.ts';
import { SetFactor } from './set-factor.ts';
import { ShowProof } from './show-proof.ts';
import { StartSecondFactor } from './start-second-factor.ts';

export const secondFactorControllers = [SecondFactorController, ProofsController];

export const secondFactorProviders = [
  CheckCode,
  CheckShown,
  ConfirmSecondFactor,
  EndSecondFactor,
  FactorRules,
  FactorStore,
  KeepFactorRules,
  LiftSecondFactor,
  ProveSignIn,
  ReadSecondFactor,
  RecentProof,
  RenewRecoveryCodes,
  SetFactor,
  ShowProof,
  StartSecondFactor,
];
