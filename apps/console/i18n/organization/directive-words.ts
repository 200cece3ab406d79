/** The words of documents that orders and rules stand on; whoever shows them imports this. */
import { directivesVi } from '#i18n/console/organization/directives.vi';
import { addWords } from '../i18n.tsx';

addWords(directivesVi);
