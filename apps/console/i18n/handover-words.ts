/** The words of posts that change hands; whoever shows them imports this. */
import { handoversVi } from '#i18n/console/handovers.vi';
import { addWords } from './i18n.tsx';

addWords(handoversVi);
