/** The words of the offices' contact cards; whoever shows them imports this. */
import { officesVi } from '#i18n/console/organization/offices.vi';
import { addWords } from '../i18n.tsx';

addWords(officesVi);
