/** Other fonts than those of the stories, by Debian's packages: pages are tried once more with what officers' machines have. */
import { installPackage } from './chromium.mjs';

/** Most Linux machines have some of these; Roboto is what Android shows the phone's application in. */
const PACKAGES = ['fonts-liberation', 'fonts-roboto', 'fonts-dejavu'];

/** @returns false where they cannot be had: the stories then take what the machine has */
export const bringFonts = () => installPackage(...PACKAGES);
