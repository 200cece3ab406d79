/** The words of the screens about channels, accounts and messages; whoever shows them imports this. */
import { channelsVi } from '#i18n/console/notifications/channels.vi';
import { addWords } from '../i18n.tsx';

addWords(channelsVi);
