/** The words of an order's board; whoever shows them imports this. */
import { boardVi } from '#i18n/console/tasks/board.vi';
import { addWords } from '../i18n.tsx';

addWords(boardVi);
