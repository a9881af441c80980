/** What the application adds to Tasklist; listed in config.js, loaded before the web app starts. */
import {caseCard} from './case-card.js';
import {caseSearch} from './case-search.js';
import {besideForm, caseTab} from './case-tab.js';
import {demoNotice} from './demo-notice.js';
import {handlerList} from './handler-list.js';
import {intakeEntry} from './intake.js';
import {inspectionsEntry} from './inspections.js';
import {loginElsewhere} from './login-elsewhere.js';
import {mendTasklist} from './looks.js';
import {messagesEntry} from './messages.js';

mendTasklist();

export default [caseCard, caseTab, besideForm, handlerList, demoNotice, caseSearch, intakeEntry, inspectionsEntry, messagesEntry, loginElsewhere('tasklist')];
