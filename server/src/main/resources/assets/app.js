import './announce.js';
import './local-time.js';
import './theme-switch.js';
