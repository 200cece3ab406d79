/** The words of the overview; whoever shows it imports this. */
import { overviewVi } from '#i18n/console/reporting/overview.vi';
import { addWords } from '../i18n.tsx';

addWords(overviewVi);
