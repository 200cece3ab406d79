/** The words of the import of a list of officers; whoever shows them imports this. */
import { officerListVi } from '#i18n/console/membership/officer-list.vi';
import { addWords } from '../i18n.tsx';

addWords(officerListVi);
