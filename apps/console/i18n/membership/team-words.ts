/** The words of teams and their members; whoever shows them imports this. */
import { teamVi } from '#i18n/console/membership/team.vi';
import { addWords } from '../i18n.tsx';

addWords(teamVi);
