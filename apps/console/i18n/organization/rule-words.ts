/** The words of the screen about dated rules; whoever shows them imports this. */
import { rulesVi } from '#i18n/console/organization/rules.vi';
import { serviceDaysVi } from '#i18n/console/reporting/service-days.vi';
import { addWords } from '../i18n.tsx';

addWords(rulesVi);
addWords(serviceDaysVi);
