/** The words of the screens about reports; whoever shows them imports this. */
import { documentsVi } from '#i18n/console/reporting/documents.vi';
import { reportsVi } from '#i18n/console/reporting/reports.vi';
import { addWords } from '../i18n.tsx';

addWords(reportsVi);
addWords(documentsVi);
