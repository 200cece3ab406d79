/** The words of merging two records of one person; whoever shows them imports this. */
import { mergesVi } from '#i18n/console/membership/merges.vi';
import { addWords } from '../i18n.tsx';

addWords(mergesVi);
