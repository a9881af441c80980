/** What the application adds to Cockpit; listed in config.js, loaded before the web app starts. */
import {calendarPage, calendarWarning} from './calendar-page.js';
import {clocksPage} from './clocks-page.js';

document.documentElement.lang = 'zh-CN';

export default [...clocksPage, ...calendarPage, calendarWarning];
