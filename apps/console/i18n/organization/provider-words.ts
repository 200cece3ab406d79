/** The words of the screen about companies and unions that go along; whoever shows them imports this. */
import { providersVi } from '#i18n/console/organization/providers.vi';
import { addWords } from '../i18n.tsx';

addWords(providersVi);
