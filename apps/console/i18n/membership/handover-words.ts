/** The words of posts that change hands; whoever shows them imports this. */
import { handoversVi } from '#i18n/console/membership/handovers.vi';
import { addWords } from '../i18n.tsx';

addWords(handoversVi);
