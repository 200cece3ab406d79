/** The words of changing an issued order; whoever shows it imports this. */
import { orderChangesVi } from '#i18n/console/tasks/order-changes.vi';
import { addWords } from '../i18n.tsx';

addWords(orderChangesVi);
