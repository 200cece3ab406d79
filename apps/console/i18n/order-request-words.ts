/** The words of orders that wait for a second officer; whoever shows them imports this. */
import { orderRequestsVi } from '#i18n/console/order-requests.vi';
import { addWords } from './i18n.tsx';

addWords(orderRequestsVi);
