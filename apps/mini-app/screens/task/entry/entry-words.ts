import { viEntry } from '#i18n/mini-app/entry.vi';
import { addWords } from '../../../model/words/words.ts';

/** Come with the form; their English with that of the queue. */
void addWords(viEntry);
