/** Words of my days of service, in the file of their screen: those of all screens fill a file of their own. */
import { viService } from '#i18n/mini-app/service.vi';
import { addWords } from './words.ts';

export const ready = addWords(viService, () => import('#i18n/mini-app/queue.en').then((file) => file.enService)).catch(
  () => {},
);
