/** Help names the buttons of every screen, so that it brings the words of all. */
import './board-words.ts';
import './channel-words.ts';
import './committee-words.ts';
import './assign-words.ts';
import './confirm-words.ts';
import './order-change-words.ts';
import './order-series-words.ts';
import './import-words.ts';
import './handover-words.ts';
import './log-words.ts';
import './officer-words.ts';
import './oversight-words.ts';
import './overview-words.ts';
import './provider-words.ts';
import './register-words.ts';
import './recipient-words.ts';
import './map-words.ts';
import './reform-words.ts';
import './report-words.ts';
import './rule-words.ts';
import './start-words.ts';
import './team-paper-words.ts';
import './training-words.ts';
import './unit-words.ts';
import { helpVi } from '#i18n/console/help.vi';
import { addWords } from './i18n.tsx';

addWords(helpVi);
