import { createRoot } from 'react-dom/client';
import './mantine.css';
import '@mantine/notifications/styles.css';
import '#tokens/console.css';
import './fonts/fonts.css';
import './frame/frame.css';
import './ui/kit.css';
import { refusals } from './api/client.ts';
import { App, fetchBehind, fetchFirst } from './app.tsx';
import { loadLanguage, loadWords } from './i18n/i18n.tsx';
import { withWords } from './i18n/screens.ts';

refusals.words = () => loadWords(['errors', 'consoleErrors']);
refusals.prove = async (...refused) =>
  (await withWords(() => import('./pages/proof/prove.tsx'), ['account', 'secondFactor'])).prove(...refused);
// A file that did not come is asked for again by the screen that needs it.
const [overlay] = await Promise.all([loadLanguage(), fetchFirst().catch(() => undefined)]);
const root = document.getElementById('app');
if (root) createRoot(root).render(<App overlay={overlay} />);
fetchBehind();
