/** Where the page begins: the styles all views share, the kept choice of colours, the frame. */
import { render } from 'preact';
import { App } from './app.tsx';
import { applyKeptTheme } from './shell/theme.ts';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';

applyKeptTheme();
const page = document.getElementById('page');
if (page !== null) render(<App />, page);
