/** What the handler does with one clock, and why it is due on its day. */
import {get, post} from './http.js';
import {date, dueDate, h, lightChip, newId, table, wholeDates} from './dom.js';
import {CLOCK_UNITS} from './codes.js';
import {openAct} from './case-acts.js';

const PAUSE = {
  title: '期限扣除',
  explanation: '从起始日期起的日子不计入该期限，剩余的日子保留；恢复计算后接着算。凭证可先在“上传附件”中上传。',
  fields: (codes, clock, attachments) => [
    {name: 'from', label: '扣除起始日期', type: 'date', required: true},
    {name: 'ground', label: '扣除事由', type: 'select', options: [['', '请选择'], ...grounds(clock.pausable, codes)], required: true},
    {name: 'reason', label: '事由和凭证', type: 'textarea', rows: 4, required: true, maxlength: 2000, width: 6},
    attachments.length && {name: 'attachmentId', label: '凭证附件', type: 'select', options: files(attachments), width: 6}
  ],
  send: (path, content) => post(`${path}/pauses`, content),
  done: clock => `“${clock.clockName}”已停止计算`
};

const RESUME = {
  title: '恢复计算',
  explanation: '从恢复之日起的日子重新计入。',
  fields: (codes, clock) => [
    {name: 'on', label: '恢复计算日期', type: 'date', required: true},
    {name: 'ground', label: '结束的扣除事由', type: 'select', options: [['', '全部'], ...grounds(openGrounds(clock), codes)]},
    {name: 'reason', label: '事由和凭证', type: 'textarea', rows: 3, maxlength: 2000, width: 6}
  ],
  send: (path, content) => post(`${path}/resumption`, content),
  done: clock => (clock.dueAt ? `“${clock.clockName}”已恢复计算，到期日 ${dueDate(clock.dueAt)}` : '已登记，其他事由仍在扣除')
};

const EXTEND = {
  title: '申请延期',
  explanation: '须在到期前申请并获得批准；超过规定上限或者到期后的申请不予准许，但会记入办理记录。',
  fields: (codes, clock) => [
    {name: 'amount', label: `延长（${CLOCK_UNITS[clock.unit]}）`, type: 'number', min: 1, step: 1, required: true, hint: limit(clock)},
    {
      name: 'reason',
      label: clock.extensionRule.writtenReport ? '书面报告（已做的工作、延期理由、下一步安排）' : '延期理由',
      type: 'textarea',
      rows: 6,
      required: true,
      maxlength: 2000,
      width: 6
    }
  ],
  send: (path, content) => post(`${path}/extensions`, content),
  done: request => `已申请延长 ${request.amountName}，等待审批`
};

const grounds = (list, codes) => list.map(code => [code, codes.pauseGround[code]]);

const files = attachments => [['', '无'], ...attachments.map(({id, name}) => [id, name])];

const openPauses = clock => clock.pauses.filter(pause => !pause.to);

const openGrounds = clock => openPauses(clock).map(pause => pause.ground);

function limit({extensionRule: {maxExtension, maxExtensions, furtherByCollective}, extendedBy}) {
  const left = `上限 ${maxExtension}，可延长 ${maxExtensions} 次`;
  return [left, extendedBy > 0 && `已延长 ${extendedBy}`, furtherByCollective && '用完后须集体讨论决定']
    .filter(Boolean)
    .join('；');
}

/** How often a clock was extended already. */
const granted = ({extensions}) => extensions.filter(({state}) => state === 'APPROVED').length;

const extendable = clock =>
  clock.extensionRule.approver &&
  (granted(clock) < clock.extensionRule.maxExtensions || clock.extensionRule.furtherByCollective) &&
  clock.unit !== 'AGREED' &&
  !clock.extensions.some(({state}) => state === 'REQUESTED');

/** The buttons of one clock: only the handler acts, everybody may ask why. */
export function clockButtons(record, codes, clock, {handles, attachments}, reload) {
  const pending = !clock.endedAt;
  const acts = !handles || !pending
    ? []
    : [
        clock.pausable.some(ground => !openGrounds(clock).includes(ground)) && clock.state !== 'MISSED' && PAUSE,
        openPauses(clock).length > 0 && RESUME,
        extendable(clock) && EXTEND
      ].filter(Boolean);
  const path = `/cases/${record.caseNumber}/clocks/${clock.clock}`;
  const button = (text, onclick) => h('button', {type: 'button', class: 'btn btn-link btn-xs', onclick}, text);
  return h(
    'div',
    {class: 'jiesu-clock-acts'},
    button('为什么是这一天', () => explain(record, clock, path)),
    acts.map(act =>
      button(act.title, () =>
        openAct(
          {...act, fields: () => act.fields(codes, clock, attachments).filter(Boolean)},
          {title: `${act.title}　${clock.clockName}`, path},
          codes,
          reload
        )
      )
    )
  );
}

/** 期限扣除中 and why, and what is left. */
export function pauseNote(clock) {
  if (clock.state !== 'PAUSED') return null;
  const why = openPauses(clock).map(({from, groundName}) => `自 ${from} 起扣除（${groundName}）`);
  return h('small', {class: 'jiesu-hint'}, wholeDates([...why, `剩余 ${clock.remaining} ${CLOCK_UNITS[clock.unit]}`].join('，')));
}

/** Requests that wait for a decision, as the approver needs them. */
export function pendingExtensions(clocks) {
  const pending = clocks.flatMap(clock =>
    clock.extensions.filter(({state}) => state === 'REQUESTED').map(request => ({clock, request}))
  );
  if (pending.length === 0) return null;
  return h(
    'aside',
    {class: 'jiesu-hints', 'aria-label': '待审批的延期申请'},
    h('h4', {}, '待审批的延期申请'),
    table(
      ['期限', '原到期', '延长', '延长后到期', '理由', '依据'],
      pending.map(({clock, request}) => [
        clock.clockName,
        h('time', {}, dueDate(request.oldDueAt, request.oldProvisional) || '扣除中，未定'),
        [request.amountName, request.collective && h('small', {class: 'jiesu-hint'}, '须集体讨论决定')],
        h('strong', {}, dueDate(request.newDueAt, request.newProvisional) || '扣除中，未定'),
        [request.reason, h('small', {class: 'jiesu-hint'}, date(request.requestedAt))],
        clock.basis
      ])
    )
  );
}

async function explain(record, clock, path) {
  const titleId = newId();
  const body = h('div', {}, h('p', {class: 'jiesu-loading'}, '正在加载……'));
  const button = (text, onclick) => h('button', {type: 'button', class: 'btn btn-default', onclick}, text);
  const dialog = h(
    'dialog',
    {class: 'jiesu-dialog jiesu-explanation', 'aria-labelledby': titleId, onclose: () => dialog.remove()},
    h('h3', {id: titleId}, `为什么是这一天　${record.caseNumber}　${clock.clockName}`),
    body,
    h(
      'div',
      {class: 'jiesu-form-end'},
      button('打印', () => window.print()),
      button('关闭', () => dialog.close())
    )
  );
  document.body.append(dialog);
  dialog.showModal();
  try {
    body.replaceChildren(...explanation(await get(`${path}/explanation`)));
  } catch (failure) {
    body.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
  }
}

function explanation(why) {
  const length = why.unit === 'AGREED' ? CLOCK_UNITS.AGREED : `${why.amount} ${CLOCK_UNITS[why.unit]}`;
  const facts = [
    ['到期', [dueDate(why.dueAt) || '扣除中，未定', ' ', lightChip(why)]],
    ['依据', `${why.basis}（${why.layerName}）`],
    ['起算', `${date(why.startedAt)}，当日不计入；共 ${length}${why.extendedBy ? `，延长 ${why.extendedBy} ${CLOCK_UNITS[why.unit]}` : ''}`],
    ['扣除', why.pauses.map(({from, to, groundName}) => `${from} ${to ? `至 ${to} 前` : '起至今'}（${groundName}）`).join('；')],
    ['延期', why.extensions.map(extensionLine).join('；')],
    ['工作日历', `国务院办公厅放假通知，版本 ${why.calendarVersion}${why.provisional ? '；次年通知未公布，暂按周末计算' : ''}`]
  ];
  return [
    h('dl', {class: 'jiesu-facts'}, facts.filter(([, value]) => value && value.length).map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, typeof value === 'string' ? wholeDates(value) : value)))),
    table(
      ['日期', '星期', '第几日', '说明'],
      why.days.map(({date: day, number, counted, reason}) => [day, weekday(day), counted && number ? String(number) : '—', reason])
    )
  ];
}

const extensionLine = ({amountName, stateName, requestedAt, oldDueAt, oldProvisional, newDueAt, newProvisional, state}) =>
  `${date(requestedAt)} 申请延长 ${amountName}（${stateName}${
    state === 'APPROVED' && newDueAt ? `，${dueDate(oldDueAt, oldProvisional)} 改为 ${dueDate(newDueAt, newProvisional)}` : ''
  }）`;

const weekday = day => '日一二三四五六'[new Date(`${day}T12:00:00`).getDay()];
