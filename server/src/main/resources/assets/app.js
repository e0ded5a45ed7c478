import './announce.js';
import './drawer.js';
import './file-drop.js';
import './local-time.js';
import './row-edit.js';
import './theme-switch.js';
import './url-state.js';
