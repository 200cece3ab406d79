/** How figures are counted; the popover that says it imports this. */
import { howVi } from '#i18n/console/reporting/how.vi';
import { addWords } from '../i18n.tsx';

addWords(howVi);
