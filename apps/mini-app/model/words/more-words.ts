import { viDifficulties } from '#i18n/mini-app/difficulties.vi';
import { viFix } from '#i18n/mini-app/fix.vi';
import { viInbox } from '#i18n/mini-app/inbox.vi';
import { viMore } from '#i18n/mini-app/more.vi';
import { viQueue } from '#i18n/mini-app/queue.vi';
import { addWords } from './words.ts';

/** Whoever reads English would else see the Vietnamese of a part that is drawn before its words are here. */
export const ready = addWords({ ...viMore, ...viInbox, ...viQueue, ...viFix, ...viDifficulties }, () =>
  import('#i18n/mini-app/queue.en').then((file) => ({
    ...file.enQueue,
    ...file.enInbox,
    ...file.enEntry,
    ...file.enDifficulties,
  })),
).catch(() => {});
