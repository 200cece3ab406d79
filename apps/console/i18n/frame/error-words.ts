/** What the server refuses and how to mend it: fetched as the console starts, since the first screen needs none of it. */
import { consoleErrorsVi } from '#i18n/console/frame/errors.vi';
import { errorsVi } from '#i18n/words/errors.vi';
import { addWords } from '../i18n.tsx';

addWords(errorsVi);
addWords(consoleErrorsVi);
