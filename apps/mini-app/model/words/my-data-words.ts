/** Words of "Dữ liệu của tôi", in the file of their screen. */
import { viMyData } from '#i18n/mini-app/my-data.vi';
import { addWords } from './words.ts';

export const ready = addWords(viMyData, () => import('#i18n/mini-app/my-data.en').then((file) => file.enMyData)).catch(
  () => {},
);
