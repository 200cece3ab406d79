/** The words of what waits for a second officer; whoever shows them imports this. */
import { sendRequestsVi } from '#i18n/console/notifications/send-requests.vi';
import { addWords } from '../i18n.tsx';

addWords(sendRequestsVi);
