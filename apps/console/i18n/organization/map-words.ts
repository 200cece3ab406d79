/** The words of a unit's map; whoever shows them imports this. */
import { mapsVi } from '#i18n/console/organization/maps.vi';
import { addWords } from '../i18n.tsx';

addWords(mapsVi);
