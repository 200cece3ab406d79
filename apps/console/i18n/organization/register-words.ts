/** The words of the screens about registers; whoever shows them imports this. */
import { registersVi } from '#i18n/console/organization/registers.vi';
import { addWords } from '../i18n.tsx';

addWords(registersVi);
