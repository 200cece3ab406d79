/** The words of the screen about the system; whoever shows it imports this. */
import { systemVi } from '#i18n/console/frame/system.vi';
import { addWords } from '../i18n.tsx';

addWords(systemVi);
