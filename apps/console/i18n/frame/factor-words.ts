/** The words of the second factor; whoever shows them imports this. */
import { secondFactorVi } from '#i18n/console/frame/second-factor.vi';
import { addWords } from '../i18n.tsx';

addWords(secondFactorVi);
