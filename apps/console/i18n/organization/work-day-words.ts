/** The words of the screen about holidays and days worked in exchange; whoever shows them imports this. */
import { workDaysVi } from '#i18n/console/organization/work-days.vi';
import { addWords } from '../i18n.tsx';

addWords(workDaysVi);
