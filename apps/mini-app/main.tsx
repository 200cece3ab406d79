import '#tokens/base.css';
import './styles/first.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { applyLook } from './model/device/look.ts';
import { start } from './start.ts';

// Where the host makes the page, it says neither its language nor its light.
document.documentElement.lang ||= 'vi';
applyLook();
const root = document.getElementById('app');
if (root) {
  root.textContent = '';
  render(<App />, root);
}
start();
