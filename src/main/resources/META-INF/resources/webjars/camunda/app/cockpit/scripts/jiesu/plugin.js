/** What the application adds to Cockpit; listed in config.js, loaded before the web app starts. */
import {archivePage} from './archive-page.js';
import {auditPage, breachPage} from './audit-page.js';
import {calendarPage, calendarWarning} from './calendar-page.js';
import {casePage} from './case-page.js';
import {clocksPage, clocksPanel} from './clocks-page.js';
import {clocksTab} from './clocks-tab.js';
import {rehearsalPage} from './rehearsal-page.js';
import {loginElsewhere} from '../../../tasklist/scripts/jiesu/login-elsewhere.js';

document.documentElement.lang = 'zh-CN';

export default [
  ...clocksPage,
  clocksPanel,
  ...casePage,
  clocksTab,
  ...rehearsalPage,
  ...calendarPage,
  ...auditPage,
  ...breachPage,
  ...archivePage,
  calendarWarning,
  loginElsewhere('cockpit')
];
