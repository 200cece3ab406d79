export { actTakenBack } from './acts.events.ts';
export { ActsModule } from './acts.module.ts';
export { type Held, HeldActs, type TakenBack } from './held-acts.ts';
