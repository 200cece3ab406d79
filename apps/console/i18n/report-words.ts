/** The words of the screens about reports; whoever shows them imports this. */
import { papersVi } from '#i18n/console/papers.vi';
import { reportsVi } from '#i18n/console/reports.vi';
import { addWords } from './i18n.tsx';

addWords(reportsVi);
addWords(papersVi);
