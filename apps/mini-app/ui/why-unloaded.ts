import { t } from '../model/words/words.ts';

/** Of a screen behind the first one, whose words come with the others: whether the network or the server is to blame. */
export const whyUnloaded = (code: string): string => t(code === 'TS-000' ? 'state.notKept' : 'state.noAnswer');
