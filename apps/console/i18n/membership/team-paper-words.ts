/** The words of the papers of teams; whoever shows them imports this. */
import { teamPapersVi } from '#i18n/console/membership/team-papers.vi';
import { addWords } from '../i18n.tsx';

addWords(teamPapersVi);
