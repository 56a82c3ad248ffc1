import { start } from './web/app/start.tsx';
import { frame } from './web/platform/frame.ts';
import { followPixelRatio } from './web/platform/pixel-ratio.ts';
import { renderInFrames } from './web/platform/render-in-frames.ts';
import './web/styles/index.css';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element with the id “app”');
renderInFrames(frame);
followPixelRatio(window);
start(window, root);
