/** The words of the screens about difficulties, campaigns, plans and the dashboard; whoever shows them imports this. */
import { oversightVi } from '#i18n/console/tasks/oversight.vi';
import { addWords } from '../i18n.tsx';

addWords(oversightVi);
