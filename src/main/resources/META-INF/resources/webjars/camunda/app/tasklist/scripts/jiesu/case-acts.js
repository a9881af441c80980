/** What a handler does on a case beside the task's form: each button opens a small dialog. */
import {post, upload} from './http.js';
import {h, newId} from './dom.js';
import {clearErrors, field, showErrors, values} from './form.js';
import {options} from './codes.js';

const CLUE = {
  title: '发现线索',
  explanation: '在投诉办理中发现的违法线索，登记后另立线索核查件，与调解同时进行。',
  fields: () => [
    {name: 'facts', label: '线索事实', type: 'textarea', rows: 5, required: true, maxlength: 2000, width: 6},
    {name: 'discoveredOn', label: '发现日期', type: 'date', required: true}
  ],
  send: (path, content) => post(`${path}/clues`, content),
  done: answer => `已登记线索核查件 ${answer.caseNumber}`
};

const CONTACT = {
  title: '联系记录',
  fields: codes => [
    {name: 'party', label: '联系对象', type: 'choice', options: options(codes.contactParty), value: 'COMPLAINANT', required: true},
    {name: 'way', label: '联系方式', type: 'select', options: options(codes.contactWay), required: true},
    {name: 'at', label: '联系时间', type: 'datetime-local', hint: '不填即现在'},
    {name: 'result', label: '联系结果', type: 'textarea', rows: 4, required: true, maxlength: 2000, width: 6}
  ],
  send: (path, content) => post(`${path}/contacts`, content),
  done: () => '已保存联系记录'
};

/** The way of a withdrawal is kept as a word, not as a code. */
const words = list => Object.values(list).map(word => [word, word]);

const WITHDRAWAL_KINDS = [
  ['false', '当事人自愿撤回'],
  ['true', '双方已自行和解']
];

const WITHDRAWAL = {
  title: '撤回登记',
  explanation: '撤回投诉的，依法终止；撤回举报的，只作登记，不影响核查。',
  fields: codes => [
    {name: 'settled', label: '撤回情形', type: 'choice', options: WITHDRAWAL_KINDS, value: 'false', required: true},
    {name: 'way', label: '提出方式', type: 'select', options: words(codes.contactWay)},
    {name: 'reason', label: '撤回理由', type: 'textarea', rows: 4, required: true, maxlength: 2000, width: 6}
  ],
  send: (path, content) => post(`${path}/withdrawal`, content),
  done: answer => (answer.effect === 'RECORDED' ? '撤回已登记，办件继续办理' : '撤回已登记')
};

const ATTACHMENT = {
  title: '上传附件',
  explanation: '每个文件不超过 20 MB，每件不超过 20 个。',
  fields: () => [
    {name: 'file', label: '文件', type: 'file', required: true, width: 6},
    {name: 'note', label: '说明', maxlength: 2000, width: 6}
  ],
  send: (path, content, form) => upload(`${path}/attachments`, new FormData(form)),
  done: () => '附件已上传'
};

const LEADERS = ['leader', 'director'];

/** With a unit, a person or a date it becomes a task; without, it is only recorded. */
const INSTRUCTION = {
  title: '批示',
  explanation: '只写批示内容的，记入办件；填写落实单位、落实人或者期限的，成为一项任务，落实后告知您。都不点名的，由承办单位落实。',
  fields: codes => [
    {name: 'text', label: '批示内容', type: 'textarea', rows: 5, required: true, maxlength: 2000, width: 6},
    {name: 'unit', label: '落实单位', type: 'select', options: [['', '承办单位'], ...options(codes.unit)], value: '', width: 2},
    {name: 'assignee', label: '落实人（用户名）', maxlength: 64, width: 2},
    {name: 'dueOn', label: '落实期限', type: 'date', width: 2}
  ],
  send: (path, content) => post(`${path}/instructions`, content),
  done: () => '批示已记入办件'
};

/** FC 三.4: what is not known yet is said to be unknown. */
const URGENT_REPORT = {
  title: '情况报告',
  explanation: '重大投诉举报情况报告：填报后立即告知局领导。尚不清楚的写“尚不清楚”，弄清后再次填报。',
  fields: () => [
    {name: 'occurredAt', label: '发生时间', required: true, maxlength: 2000},
    {name: 'place', label: '发生地点', required: true, maxlength: 2000},
    {name: 'peopleAffected', label: '涉及人数', required: true, maxlength: 2000},
    {name: 'harm', label: '危害情况', type: 'textarea', required: true, maxlength: 2000, width: 6},
    {name: 'measures', label: '已采取的措施', type: 'textarea', required: true, maxlength: 2000, width: 6},
    {name: 'proposal', label: '处理建议', type: 'textarea', required: true, maxlength: 2000, width: 6}
  ],
  send: (path, content) => post(`${path}/urgent-reports`, content),
  done: () => '情况报告已填报，局领导已收到消息'
};

/** 令121第二十一条: whoever steps aside does not see the case any more. */
const RECUSAL = {
  title: '回避',
  explanation: '回避人员不再看到、不再办理本件。承办人回避的，须同时指定本单位其他人员为新承办人。',
  fields: () => [
    {name: 'userId', label: '回避人员（用户名）', required: true, maxlength: 64},
    {name: 'newHandler', label: '新承办人（用户名）', maxlength: 64},
    {name: 'reason', label: '回避理由', type: 'textarea', required: true, maxlength: 2000, width: 6}
  ],
  send: (path, content) => post(`${path}/recusals`, content),
  done: () => '已登记回避'
};

/** The group of those who head the unit that works on a case. */
export const headsOf = record => `${record.secret || !record.handlingUnit ? 'centre' : record.handlingUnit}-head`;

/** What can be done on a case by whoever holds a task of it. */
export function actsOn(record, me) {
  if (record.state === 'CLOSED') return [ATTACHMENT];
  const leader = me.groups.some(group => LEADERS.includes(group));
  // Who inspects a case does not work on it.
  if (me.groups.includes('supervisor')) return [];
  return [
    leader && INSTRUCTION,
    record.urgent && !leader && URGENT_REPORT,
    CLUE,
    CONTACT,
    (record.handler === me.userId || me.groups.includes('centre')) && WITHDRAWAL,
    me.groups.includes(headsOf(record)) && RECUSAL,
    ATTACHMENT
  ].filter(Boolean);
}

/** The row of buttons; `reload` shows the case anew with a message when an act succeeded. */
export function actButtons(acts, record, codes, reload) {
  const button = (text, onclick) => h('button', {type: 'button', class: 'btn btn-default', onclick}, text);
  const subject = act => ({title: `${act.title}　${record.caseNumber}`, path: `/cases/${record.caseNumber}`});
  return h(
    'div',
    {class: 'jiesu-acts'},
    acts.map(act => button(act.title, () => openAct(act, subject(act), codes, reload))),
    button('打印', () => window.print())
  );
}

/** The dialog of an act, with its title and the path to which its calls go. */
export function openAct(act, {title, path}, codes, reload) {
  const alert = h('p', {class: 'jiesu-alert', role: 'alert'});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, '确定');
  const titleId = newId();
  const cancel = text => h('button', {type: 'button', class: 'btn btn-default', onclick: () => dialog.close()}, text);
  const form = h(
    'form',
    {class: 'jiesu-form', novalidate: true},
    h('h3', {id: titleId}, title),
    act.explanation && h('p', {class: 'jiesu-hint'}, act.explanation),
    alert,
    h('div', {class: 'jiesu-fields'}, act.fields(codes).map(field)),
    h(
      'div',
      {class: 'jiesu-form-end'},
      submit,
      cancel('取消')
    )
  );
  const dialog = h('dialog', {class: 'jiesu-dialog', 'aria-labelledby': titleId, onclose: () => dialog.remove()}, form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    submit.disabled = true;
    clearErrors(form);
    alert.textContent = '';
    try {
      const answer = await act.send(path, values(form), form);
      dialog.close();
      await reload(act.done(answer));
    } catch (failure) {
      tell(form, alert, failure);
    } finally {
      submit.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Field errors stand beside their fields; above the form stands what fits none, or else the sentence of the whole. */
export function tell(form, alert, failure) {
  const homeless = showErrors(form, failure.fields || []).map(({message}) => message);
  const shownByField = failure.fields?.length > homeless.length;
  alert.textContent = homeless.join('；') || (shownByField ? '' : failure.message);
}
