/** The words of the screen about officers and posts; whoever shows them imports this. */
import { officersVi } from '#i18n/console/membership/officers.vi';
import { addWords } from '../i18n.tsx';

addWords(officersVi);
