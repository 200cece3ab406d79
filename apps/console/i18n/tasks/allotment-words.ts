/** The words of numbers that communes are given; whoever shows them imports this. */
import { allotmentsVi } from '#i18n/console/tasks/allotments.vi';
import { addWords } from '../i18n.tsx';

addWords(allotmentsVi);
