import { copied } from './checks/copied.ts';
import { crossRules } from './checks/cross-rules.ts';
import { ownPast } from './checks/own-past.ts';
import { peers } from './checks/peers.ts';
import { roundNumbers } from './checks/round-numbers.ts';
import { silence } from './checks/silence.ts';
import type { Check } from './series.ts';

/** A check is a file in `checks` and a line here; its sentence stands in libs/i18n/words/oddities.vi.ts and .en.ts. */
export const allChecks: readonly Check[] = [ownPast, peers, crossRules, silence, copied, roundNumbers];
