/** The words of a list of places that a partner serves; whoever shows them imports this. */
import { coverageListVi } from '#i18n/console/training/coverage-list.vi';
import { addWords } from '../i18n.tsx';

addWords(coverageListVi);
