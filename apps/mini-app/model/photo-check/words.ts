import { enPhoto } from '#i18n/mini-app/photo.en';
import { viPhoto } from '#i18n/mini-app/photo.vi';
import { addWords } from '../words/words.ts';

/** Both languages in one file: twenty lines are not worth a request of their own. */
void addWords(viPhoto, async () => enPhoto);
