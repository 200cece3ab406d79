/** The words of figures in the units of today; whoever shows them imports this. */
import { restatedVi } from '#i18n/console/reporting/restated.vi';
import { addWords } from '../i18n.tsx';

addWords(restatedVi);
