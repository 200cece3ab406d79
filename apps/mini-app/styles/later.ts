/** Styles and drawings of all screens but the first: they come as a module beside a screen's code, not in the page. */
import { addStyles } from '../ui/add-styles.ts';
import { addIcons } from '../ui/icon.tsx';
import { moreIcons } from '../ui/more-icons.ts';
import parts from './parts.css?inline';
import screens from './screens.css?inline';

addIcons(moreIcons);
addStyles(parts);
addStyles(screens);
