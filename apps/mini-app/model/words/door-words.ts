import { viDoor } from '#i18n/mini-app/door.vi';
import { addWords } from './words.ts';

/** Resolves when the words of the ways in can be shown in the language of the screens. */
export const ready = addWords(viDoor, () => import('#i18n/mini-app/door.en').then((file) => file.enDoor)).catch(
  () => {},
);

/** Those of everything else, for what only few meet on the way in. */
export const moreReady = (): Promise<void> => import('./more-words.ts').then((file) => file.ready);
