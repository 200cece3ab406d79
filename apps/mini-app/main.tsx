import '#tokens/base.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/screens.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { applyLook } from './model/look.ts';
import { start } from './start.ts';

applyLook();
const root = document.getElementById('app');
if (root) {
  root.textContent = '';
  render(<App />, root);
}
start();
