/** The words of signing in, the first entry and the own account; whoever shows them imports this. */
import { accountVi } from '#i18n/console/frame/account.vi';
import { addWords } from '../i18n.tsx';

addWords(accountVi);
