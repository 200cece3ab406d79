/** The words of requests about data; whoever shows them imports this. */
import { dataRequestsVi } from '#i18n/console/membership/data-requests.vi';
import { addWords } from '../i18n.tsx';

addWords(dataRequestsVi);
