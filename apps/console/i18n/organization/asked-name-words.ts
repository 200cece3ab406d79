/** The words in which a commune answers about names of its hamlets; whoever shows them imports this. */
import { askedNamesVi } from '#i18n/console/organization/asked-names.vi';
import { addWords } from '../i18n.tsx';

addWords(askedNamesVi);
