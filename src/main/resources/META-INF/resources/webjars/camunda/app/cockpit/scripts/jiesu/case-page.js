/** A case as a page of Cockpit, to be read only; from 时限督办 and from the tab 时限. */
import {page} from './page.js';
import {h, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {get} from '../../../tasklist/scripts/jiesu/http.js';
import {showCaseToRead} from '../../../tasklist/scripts/jiesu/case-view.js';
import {clocksHref} from './clocks-page.js';
import {exportButton} from './case-export.js';
import {instancesOf} from './engine.js';

/** Whom the engine answers about instances; the pages of everybody else ask it nothing. */
const WATCHERS = ['supervisor', 'auditor', 'modeler'];

const watchesEngine = me => me.groups.some(group => WATCHERS.includes(group));

export const casePage = page({
  id: 'case-record',
  path: '/case-record/:caseNumber',
  title: '办件',
  show: async (node, {me, api}) => {
    const caseNumber = window.location.hash.split('?')[0].split('/').pop();
    await get(`/cases/${caseNumber}`);
    const instances = watchesEngine(me) && (await instancesOf(api, caseNumber));
    const record = h('div');
    node.append(
      h('p', {}, h('a', {href: clocksHref()}, '返回时限督办')),
      instances ? instanceList(instances) : '',
      h('div', {}, exportButton(me, [caseNumber], '导出该办件，供时间演练')),
      record
    );
    await showCaseToRead(record, caseNumber);
  }
});

const instanceList = instances =>
  h(
    'div',
    {},
    h('h2', {class: 'jiesu-title'}, '流程实例'),
    table(
      ['流程', '流程实例'],
      instances.map(({id, definitionName}) => [definitionName, h('a', {href: `#/process-instance/${id}`}, id)])
    ) || h('p', {class: 'jiesu-none'}, '没有运行中的流程实例')
  );
