/** The words of the screens about reforms of communes; whoever shows them imports this. */
import { unitReformsVi } from '#i18n/console/organization/unit-reforms.vi';
import { addWords } from '../i18n.tsx';

addWords(unitReformsVi);
