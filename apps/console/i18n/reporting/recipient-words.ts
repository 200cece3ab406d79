/** The words about the recipients of reports; whoever shows them imports this. */
import { recipientsVi } from '#i18n/console/reporting/recipients.vi';
import { addWords } from '../i18n.tsx';

addWords(recipientsVi);
