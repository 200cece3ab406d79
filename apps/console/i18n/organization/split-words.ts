/** The words of a hamlet that becomes two; whoever shows them imports this. */
import { splitsVi } from '#i18n/console/organization/splits.vi';
import { addWords } from '../i18n.tsx';

addWords(splitsVi);
