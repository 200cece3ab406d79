import { viMore } from '#i18n/mini-app/more.vi';
import { addWords } from './words.ts';

void addWords(viMore);
