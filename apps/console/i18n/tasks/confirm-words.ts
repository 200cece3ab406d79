/** The words of confirming results; whoever shows it imports this. */
import { confirmVi } from '#i18n/console/tasks/confirm.vi';
import { addWords } from '../i18n.tsx';

addWords(confirmVi);
