/** The words of the screen that brings members into the application; whoever shows them imports this. */
import { invitesVi } from '#i18n/console/membership/invites.vi';
import { addWords } from '../i18n.tsx';

addWords(invitesVi);
