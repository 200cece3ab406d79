/** The words of what a roster's import finds; whoever shows them imports this. */
import { findingsVi } from '#i18n/findings.vi';
import { addWords } from './i18n.tsx';

addWords(findingsVi);
