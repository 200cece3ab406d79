export { actTakenBack } from './acts.events.ts';
export { ActsModule } from './acts.module.ts';
export { type Each, eachAlone, type Refusal, refusalOf } from './each-alone.ts';
export { type Held, HeldActs, type TakenBack } from './held-acts.ts';
