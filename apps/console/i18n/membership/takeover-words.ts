/** The words of what a commune took over; whoever shows them imports this. */
import { takeoverVi } from '#i18n/console/membership/takeover.vi';
import { addWords } from '../i18n.tsx';

addWords(takeoverVi);
