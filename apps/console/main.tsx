import { createRoot } from 'react-dom/client';
import './mantine.css';
import '@mantine/notifications/styles.css';
import '#tokens/console.css';
import './fonts/fonts.css';
import './frame/frame.css';
import './ui/kit.css';
import { proofs } from './api/client.ts';
import { App } from './app.tsx';
import { loadLanguage, loadWords } from './i18n/i18n.tsx';
import { withWords } from './i18n/screens.ts';

proofs.ask = async (...refused) =>
  (await withWords(() => import('./pages/proof/prove.tsx'), ['account', 'secondFactor'])).prove(...refused);
// What the server refuses and how to mend it: the first screen needs none of it.
void loadWords(['errors', 'consoleErrors']);
const overlay = await loadLanguage();
const root = document.getElementById('app');
if (root) createRoot(root).render(<App overlay={overlay} />);
