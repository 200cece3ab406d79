/** The words of the day that is shown; they come with the control that sets it. */
import { dayVi } from '#i18n/console/frame/day.vi';
import { addWords } from '../i18n.tsx';

addWords(dayVi);
