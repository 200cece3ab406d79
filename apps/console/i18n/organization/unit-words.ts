/** The words of the screens about units; whoever shows them imports this. */
import { unitsVi } from '#i18n/console/organization/units.vi';
import { addWords } from '../i18n.tsx';

addWords(unitsVi);
