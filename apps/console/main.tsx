import { createRoot } from 'react-dom/client';
import './mantine.css';
import '@mantine/notifications/styles.css';
import '#tokens/console.css';
import './fonts/fonts.css';
import './frame/frame.css';
import './ui/kit.css';
import { proofs } from './api/client.ts';
import { App } from './app.tsx';
import { loadLanguage } from './i18n/i18n.tsx';

proofs.ask = async (...refused) => (await import('./pages/proof/prove.tsx')).prove(...refused);
void import('./i18n/frame/error-words.ts');
const overlay = await loadLanguage();
const root = document.getElementById('app');
if (root) createRoot(root).render(<App overlay={overlay} />);
