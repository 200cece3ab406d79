/** The words of hamlets' names in a reform; whoever shows them imports this. */
import { reformNamesVi } from '#i18n/console/organization/reform-names.vi';
import { addWords } from '../i18n.tsx';

addWords(reformNamesVi);
