/** The words of giving work; whoever shows it imports this. */
import { assignVi } from '#i18n/console/tasks/assign.vi';
import { addWords } from '../i18n.tsx';

addWords(assignVi);
