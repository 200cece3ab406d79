/** The words of a post whose unit has ended; whoever shows them imports this. */
import { pastVi } from '#i18n/console/membership/past.vi';
import { addWords } from '../i18n.tsx';

addWords(pastVi);
