/** 时间演练: moves the time of a rehearsal system and shows what fired; takes in cases that were exported elsewhere. */
import {page} from './page.js';
import {get, post} from '../../../tasklist/scripts/jiesu/http.js';
import {dateTime, h, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {field, values} from '../../../tasklist/scripts/jiesu/form.js';

const mayRehearse = ({rehearsal, may}) => rehearsal && may.includes('REHEARSE');

export const rehearsalPage = page({
  id: 'rehearsal',
  path: '/rehearsal',
  label: '时间演练',
  priority: 108,
  mayOpen: mayRehearse,
  async show(node, {me}) {
    if (!mayRehearse(me)) {
      node.append(h('p', {class: 'jiesu-none'}, '时间演练只在演练系统中、对系统管理员和流程管理员开放'));
      return;
    }
    const time = h('div');
    const outcome = h('div', {role: 'status'});
    node.append(
      h('p', {class: 'jiesu-hints'}, '这是演练系统：时间只能向前拨，数据在停机后丢弃。到点的定时器按各自的时刻依次触发。'),
      time,
      loadForm(time, outcome),
      outcome
    );
    showTime(time, outcome, await get('/rehearsal/clock'));
  }
});

function showTime(time, outcome, {now, next}) {
  const form = h(
    'form',
    {class: 'jiesu-rehearsal', 'aria-label': '拨动时间'},
    h('p', {class: 'jiesu-now'}, '现在是 ', h('strong', {}, dateTime(now))),
    h(
      'div',
      {class: 'jiesu-fields'},
      field({name: 'now', label: '拨到', type: 'datetime-local', value: dateTime(now).replace(' ', 'T'), width: 2})
    ),
    h(
      'div',
      {class: 'jiesu-form-end'},
      h('button', {type: 'submit', class: 'btn btn-primary'}, '拨到这个时间'),
      next
        ? h('button', {type: 'button', class: 'btn btn-default', onclick: () => move({next: true})}, `拨到下一个定时器：${dateTime(next.at)}　${next.name}　${next.caseNumber || ''}`)
        : h('span', {class: 'jiesu-none'}, '没有等待中的定时器')
    )
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    move({now: values(form).now});
  });
  time.replaceChildren(form);

  async function move(target) {
    form.querySelectorAll('button').forEach(button => (button.disabled = true));
    outcome.replaceChildren(h('p', {class: 'jiesu-loading'}, '时间正在前进……'));
    try {
      const moved = await post('/rehearsal/clock', target);
      outcome.replaceChildren(...fired(moved));
      showTime(time, outcome, moved);
    } catch (failure) {
      outcome.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
      showTime(time, outcome, await get('/rehearsal/clock'));
    }
  }
}

const fired = ({fired: count, timers}) => [
  h('h2', {class: 'jiesu-title'}, `触发了 ${count} 个定时器`),
  table(
    ['时刻', '办件', '流程', '定时器', '结果'],
    timers.map(({at, caseNumber, processName, name, failed}) => [
      h('time', {}, dateTime(at)),
      caseNumber ? h('a', {href: `#/processes?searchQuery=${businessKey(caseNumber)}`}, caseNumber) : '—',
      processName,
      name,
      failed ? h('strong', {class: 'jiesu-error'}, '执行失败，已停在异常') : '已触发'
    ])
  ) || '',
  count > timers.length ? h('p', {class: 'jiesu-hint'}, `只列出最后 ${timers.length} 个`) : ''
];

/** Cockpit's own search of running instances, narrowed to one case. */
const businessKey = caseNumber =>
  encodeURIComponent(
    JSON.stringify([
      {type: 'PIunfinished', operator: 'eq', value: '', name: ''},
      {type: 'PIprocessInstanceBusinessKey', operator: 'eq', value: caseNumber, name: ''}
    ])
  );

function loadForm(time, outcome) {
  const form = h(
    'form',
    {class: 'jiesu-rehearsal', 'aria-label': '装入办件'},
    h('h2', {class: 'jiesu-title'}, '装入从正式系统导出的办件'),
    h('p', {class: 'jiesu-hint'}, '按原来的日期重新来件，并重做能够重做的步骤；身份信息和文字内容是替换过的。只能装入还没有办件的演练系统。'),
    h('div', {class: 'jiesu-fields'}, field({name: 'file', label: '导出的文件', type: 'file', accept: '.json,application/json', width: 3})),
    h('div', {class: 'jiesu-form-end'}, h('button', {type: 'submit', class: 'btn btn-default'}, '装入'))
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const [file] = form.elements.file.files;
    if (!file) return;
    const button = form.querySelector('button');
    button.disabled = true;
    outcome.replaceChildren(h('p', {class: 'jiesu-loading'}, '正在装入……'));
    try {
      const taken = await post('/rehearsal/cases', await read(file));
      outcome.replaceChildren(...loaded(taken));
      showTime(time, outcome, taken);
    } catch (failure) {
      outcome.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
    } finally {
      button.disabled = false;
    }
  });
  return form;
}

async function read(file) {
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new Error('这不是导出的办件文件');
  }
}

const loaded = ({cases}) => [
  h('h2', {class: 'jiesu-title'}, `装入了 ${cases.length} 件`),
  table(
    ['正式系统', '演练系统', '重做的步骤', '当前环节', '说明'],
    cases.map(({source, caseNumber, steps, done, stageName, stopped}) => [
      source,
      h('a', {href: `#/processes?searchQuery=${businessKey(caseNumber)}`}, caseNumber),
      `${done} / ${steps}`,
      stageName || '—',
      stopped || '与正式系统走到同一处'
    ])
  )
];
