import type { ProvenAct } from '#contracts/access/proofs';

/** For what a proof is asked, and by what it is given. */
export interface Asked {
  act: ProvenAct;
  by: 'code' | 'password';
}
