/** The words before one act on many; whoever shows them imports this. */
import { bulkVi } from '#i18n/console/tasks/bulk.vi';
import { addWords } from '../i18n.tsx';

addWords(bulkVi);
