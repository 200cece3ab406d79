/** The words of the screen about steering committees; whoever shows them imports this. */
import { committeeVi } from '#i18n/console/membership/committee.vi';
import { addWords } from '../i18n.tsx';

addWords(committeeVi);
