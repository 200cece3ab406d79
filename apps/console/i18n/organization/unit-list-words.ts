/** The words of the import of a list of units; whoever shows them imports this. */
import { unitListVi } from '#i18n/console/organization/unit-list.vi';
import { addWords } from '../i18n.tsx';

addWords(unitListVi);
