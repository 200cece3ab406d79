import { viMore } from '#i18n/mini-app/more.vi';
import { viQueue } from '#i18n/mini-app/queue.vi';
import { addWords } from './words.ts';

void addWords({ ...viMore, ...viQueue }, () => import('#i18n/mini-app/queue.en').then((file) => file.enQueue)).catch(
  () => {},
);
