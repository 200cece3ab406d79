/** The words of a roster's import and of what it finds; whoever shows them imports this. */
import { rosterVi } from '#i18n/console/membership/roster.vi';
import { findingsVi } from '#i18n/words/findings.vi';
import { addWords } from '../i18n.tsx';

addWords(findingsVi);
addWords(rosterVi);
