/** The words of the screen about a province's first days; whoever shows them imports this. */
import { startVi } from '#i18n/console/frame/start.vi';
import { addWords } from '../i18n.tsx';

addWords(startVi);
