/** The words of the screen about dated rules; whoever shows them imports this. */
import { rulesVi } from '#i18n/console/rules.vi';
import { serviceDaysVi } from '#i18n/console/service-days.vi';
import { addWords } from './i18n.tsx';

addWords(rulesVi);
addWords(serviceDaysVi);
