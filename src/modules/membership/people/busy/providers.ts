import { BusyWordsApi } from './busy-words.api.ts';
import { KeptBusyWords } from './kept-busy-words.ts';
import { SayBusy } from './say-busy.ts';

export const busyProviders = [BusyWordsApi, KeptBusyWords, SayBusy];
