/** The words of who works in the units of a reform's day; whoever shows them imports this. */
import { reformPeopleVi } from '#i18n/console/membership/reform-people.vi';
import { addWords } from '../i18n.tsx';

addWords(reformPeopleVi);
