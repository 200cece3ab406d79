/** The words of the log; whoever shows them imports this. */
import { logPageVi } from '#i18n/console/frame/log.vi';
import { logVi } from '#i18n/words/log.vi';
import { addWords } from '../i18n.tsx';

addWords({ ...logVi, ...logPageVi });
