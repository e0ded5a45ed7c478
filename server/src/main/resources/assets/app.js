import './announce.js';
import './enter-presses.js';
import './file-drop.js';
import './local-time.js';
import './target-picker.js';
import './theme-switch.js';
import './url-state.js';
