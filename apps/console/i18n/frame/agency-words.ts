/** The words of the agency's accounts; whoever shows them imports this. */
import { agencyVi } from '#i18n/console/frame/agency.vi';
import { addWords } from '../i18n.tsx';

addWords(agencyVi);
