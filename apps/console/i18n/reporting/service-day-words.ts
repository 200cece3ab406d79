/** The words of the screen about days of service; whoever shows them imports this. */
import { serviceDaysVi } from '#i18n/console/reporting/service-days.vi';
import { addWords } from '../i18n.tsx';

addWords(serviceDaysVi);
