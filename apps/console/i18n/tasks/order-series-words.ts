/** The words of monthly works; whoever shows them imports this. */
import { orderSeriesVi } from '#i18n/console/tasks/order-series.vi';
import { addWords } from '../i18n.tsx';

addWords(orderSeriesVi);
