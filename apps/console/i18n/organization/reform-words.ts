/** The words of the screens about reforms of hamlets; whoever shows them imports this. */
import { reformsVi } from '#i18n/console/organization/reforms.vi';
import { addWords } from '../i18n.tsx';

addWords(reformsVi);
