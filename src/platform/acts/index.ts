export { actTakenBack } from './acts.events.ts';
export { ActsModule } from './acts.module.ts';
export { forgetInActs } from './forget-in-acts.ts';
export { type Each, eachAlone, type Refusal, refusalOf } from './each-alone.ts';
export { type Held, HeldActs, type TakenBack } from './held-acts.ts';
