import { start } from './web/app/start.tsx';
import './web/styles/index.css';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element with the id “app”');
start(window, root);
