/** The tab 时限 of a process instance: the case's clocks, and beside them what the engine holds of their dates. */
import {get} from '../../../tasklist/scripts/jiesu/http.js';
import {dateTime, dueDate, h, lightChip, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {exportButton} from './case-export.js';
import {caseOf} from './engine.js';

const KINDS = {VARIABLE: '变量', TIMER: '定时器', TASK: '任务到期', PRIORITY: '任务亮灯'};

const NEVER = '9999-12-31';

export const clocksTab = {
  id: 'jiesu-clocks-tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 30,
  properties: {label: '时限'},
  async render(node, {api, processInstanceId}) {
    const box = h('div', {class: 'jiesu-tab'}, h('p', {class: 'jiesu-loading'}, '正在加载时限……'));
    node.append(box);
    try {
      const caseNumber = await caseOf(api, processInstanceId);
      if (!caseNumber) {
        box.replaceChildren(h('p', {class: 'jiesu-none'}, '该流程实例不属于任何办件'));
        return;
      }
      const [me, found] = await Promise.all([get('/me'), get(`/cases/${caseNumber}/engine-dates`)]);
      box.replaceChildren(...content(found), exportButton(me, [caseNumber], '导出该办件，供时间演练') || '');
    } catch (failure) {
      box.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
    }
  }
};

function content({caseNumber, clocks, engine}) {
  const differing = engine.filter(({differs}) => differs);
  return [
    h('h2', {class: 'jiesu-title'}, '办件 ', h('a', {href: `#/case-record/${caseNumber}`}, caseNumber)),
    differing.length
      ? h('p', {class: 'jiesu-alert', role: 'alert'}, `台账与流程引擎有 ${differing.length} 处不一致，以台账为准；每晚自检会自动修正，请同时报告系统管理员。`)
      : h('p', {class: 'jiesu-done', role: 'status'}, '台账与流程引擎一致'),
    h('h3', {class: 'jiesu-title'}, '期限台账'),
    table(
      ['期限', '到期', '状态', '依据'],
      clocks.map(clock => [
        [clock.clockName, clock.run > 1 ? `（第 ${clock.run} 次）` : '', h('small', {class: 'jiesu-hint'}, clock.layerName)],
        h('strong', {}, dueDate(clock.dueAt) || '—'),
        lightChip(clock),
        clock.basis
      ])
    ) || h('p', {class: 'jiesu-none'}, '该办件没有期限'),
    h('h3', {class: 'jiesu-title'}, '流程引擎'),
    table(
      ['流程', '种类', '名称', '台账', '引擎', '比对'],
      engine.map(({processName, kind, name, ledger, engine: held, differs}) => [
        processName,
        KINDS[kind],
        name,
        h('time', {}, shown(ledger)),
        h('time', {}, shown(held)),
        differs ? h('strong', {class: 'jiesu-chip jiesu-light-overdue'}, '不一致') : '一致'
      ])
    ) || h('p', {class: 'jiesu-none'}, '流程引擎中没有这个办件的日期')
  ];
}

function shown(value) {
  if (value == null) return '—';
  if (value.startsWith(NEVER)) return '不在计时';
  return /^\d{4}-/.test(value) ? dateTime(value) : value;
}
