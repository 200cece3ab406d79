import { viTraining } from '#i18n/mini-app/training.vi';
import { addWords } from '../words/words.ts';

/** Resolves when the words of training can be shown in the language of the screens. */
export const ready = addWords(viTraining, () => import('#i18n/mini-app/training.en').then((file) => file.enTraining));
