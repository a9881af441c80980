/** What the application adds to this web app; listed in config.js, loaded before it starts. */
import {loginElsewhere} from '../../../tasklist/scripts/jiesu/login-elsewhere.js';

export default [loginElsewhere('admin')];
