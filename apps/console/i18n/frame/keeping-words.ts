/** The words of what goes by time; whoever shows it imports this. */
import { keepingVi } from '#i18n/console/frame/keeping.vi';
import { addWords } from '../i18n.tsx';

addWords(keepingVi);
