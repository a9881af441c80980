/** 内部检查: the supervision group draws a sample, sees what became of it, and makes its report. */
import {get, post, save} from './http.js';
import {date, dateTime, h, newId, table} from './dom.js';
import {clearErrors, field, values} from './form.js';
import {tell} from './case-acts.js';

export const inspectionsEntry = {
  id: 'jiesu-inspections',
  pluginPoint: 'tasklist.navbar.action',
  priority: 350,
  async render(node, data, scope) {
    const me = await get('/me').catch(() => ({may: []}));
    if (!me.may.includes('INSPECT')) return;
    const refreshTasks = () => scope.$root.$broadcast('refresh');
    node.append(h('a', {href: '', onclick: open}, h('span', {class: 'glyphicon glyphicon-search'}), ' 内部检查'));
    function open(event) {
      event.preventDefault();
      openInspections(refreshTasks);
    }
  }
};

async function openInspections(refreshTasks) {
  const titleId = newId();
  const samples = h('div', {});
  const close = h('button', {type: 'button', class: 'btn btn-link', onclick: () => dialog.close()}, '关闭（Esc）');
  const dialog = h(
    'dialog',
    {class: 'jiesu-page', 'aria-labelledby': titleId, onclose: () => dialog.remove()},
    h('header', {class: 'jiesu-page-head'}, h('h2', {id: titleId}, '内部检查'), close),
    h('div', {class: 'jiesu-page-body'}, drawForm(show, refreshTasks), samples)
  );
  document.body.append(dialog);
  dialog.showModal();
  await show();

  async function show() {
    try {
      const all = await get('/inspections');
      samples.replaceChildren(...(all.length ? all.map(sample) : [h('p', {class: 'jiesu-none'}, '尚未抽查')]));
    } catch (failure) {
      samples.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
    }
  }
}

function drawForm(show, refreshTasks) {
  const alert = h('p', {class: 'jiesu-alert', role: 'alert'});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, '抽取');
  const form = h(
    'form',
    {class: 'jiesu-form', novalidate: true},
    h('p', {class: 'jiesu-hint'}, '一半按风险（超期、不满意、退单、延期）抽取，一半随机抽取。同一种子对同样的办件抽到同样的结果。'),
    alert,
    h(
      'div',
      {class: 'jiesu-fields'},
      field({name: 'from', label: '收到日期起', type: 'date', required: true, width: 2}),
      field({name: 'until', label: '收到日期止', type: 'date', required: true, width: 2}),
      field({name: 'size', label: '抽查件数', type: 'number', min: 1, step: 1, value: 10, required: true, width: 1}),
      field({name: 'seed', label: '随机种子', type: 'number', step: 1, hint: '不填由系统抽取', width: 1})
    ),
    h('div', {class: 'jiesu-form-end'}, submit)
  );
  form.addEventListener('submit', async event => {
    event.preventDefault();
    submit.disabled = true;
    clearErrors(form);
    alert.textContent = '';
    try {
      await post('/inspections', values(form));
      refreshTasks();
      await show();
    } catch (failure) {
      tell(form, alert, failure);
    } finally {
      submit.disabled = false;
    }
  });
  return form;
}

function sample({number, from, until, seed, drawnAt, cases}) {
  const refusal = h('span', {class: 'jiesu-error', role: 'alert'});
  const report = async () => {
    refusal.textContent = await post(`/inspections/${number}/report`, {})
      .then(({id}) => save(`/inspections/${number}/papers/${id}`))
      .then(() => '', failure => failure.message);
  };
  return h(
    'section',
    {class: 'jiesu-message'},
    h(
      'h4',
      {},
      number,
      ' ',
      h('small', {}, `${date(from)} 至 ${date(until)} 收到　种子 ${seed}　${dateTime(drawnAt)} 抽取`),
      ' ',
      h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: report}, '制作报告'),
      refusal
    ),
    table(
      ['办件', '抽中原因', '流程', '时限', '公正', '发现的问题', '整改期限', '完成'],
      cases.map(one => [
        h('span', {class: 'jiesu-number'}, one.caseNumber),
        one.risks,
        answer(one.procedureProper),
        answer(one.periodsKept),
        answer(one.fair),
        one.checked ? one.finding : '尚未检查',
        h('time', {}, one.rectifyBy),
        h('time', {}, one.rectifiedOn)
      ])
    )
  );
}

const answer = proper => (proper == null ? '' : proper ? '是' : '否');
