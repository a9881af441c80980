/** 审计日志 for the auditor, and 泄密事件, the register that is opened from one of its lines. */
import {openForm, text} from './act-form.js';
import {page} from './page.js';
import {get, post} from '../../../tasklist/scripts/jiesu/http.js';
import {date, dateTime, h, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {field, values} from '../../../tasklist/scripts/jiesu/form.js';
import {loadCodes, options} from '../../../tasklist/scripts/jiesu/codes.js';

const PAGE_SIZE = 50;
const FILTERS = ['person', 'caseNumber', 'kind', 'from', 'until', 'page'];
const LONGEST_TEXT = 2000;

const audits = me => me.may.includes('READ_AUDIT');
const keepsBreaches = me => me.may.includes('KEEP_BREACHES');

export const auditPage = page({
  id: 'audit',
  path: '/audit',
  label: '审计日志',
  priority: 104,
  mayOpen: audits,
  async show(node, {me, parameters, go}) {
    if (!audits(me)) throw new Error('只有审计员可以查阅审计日志');
    const asked = Object.fromEntries(FILTERS.filter(name => parameters[name]).map(name => [name, parameters[name]]));
    const [codes, found] = await Promise.all([
      loadCodes(),
      get(`/audit?${new URLSearchParams({size: PAGE_SIZE, ...asked})}`)
    ]);
    const act = h('section', {'aria-live': 'polite'});
    node.append(
      verification(),
      filters(asked, codes, go),
      act,
      h('p', {class: 'jiesu-hint', role: 'status'}, `共 ${found.total} 条，新的在前`),
      lines(found.content, act) || h('p', {class: 'jiesu-none'}, '没有符合条件的记录'),
      h('div', {}, pages(found, go))
    );
  }
});

export const breachPage = page({
  id: 'breaches',
  path: '/breaches',
  label: '泄密事件',
  priority: 103,
  mayOpen: keepsBreaches,
  async show(node, {me}) {
    if (!keepsBreaches(me)) throw new Error('只有审计员和内部监督小组可以登记泄密事件');
    const list = h('div');
    const refresh = async () => {
      const found = await get('/breaches');
      list.replaceChildren(...(found.length ? found.map(breach => breachCard(breach, refresh)) : [h('p', {class: 'jiesu-none'}, '没有登记过泄密事件')]));
    };
    node.append(h('p', {class: 'jiesu-hint'}, '由审计员在“审计日志”的一条记录上登记；通知主管部门和个人以后办结（个人信息保护法第五十七条）。'), list);
    await refresh();
  }
});

/** The whole chain once more; it may take a while. */
function verification() {
  const outcome = h('p', {role: 'status'});
  const verify = async () => {
    outcome.className = 'jiesu-loading';
    outcome.textContent = '正在从头校验……';
    try {
      const found = await get('/audit/verification');
      outcome.className = found.whole ? 'jiesu-done' : 'jiesu-alert';
      outcome.textContent = found.whole
        ? `完整：至第 ${found.last} 条，哈希 ${found.lastHash}${found.removedUpTo ? `；第 ${found.removedUpTo} 条及以前的期满已清理` : ''}`
        : `有误：自第 ${found.firstWrong} 条起，${found.fault}。请保留现场，立即报告`;
    } catch (failure) {
      outcome.className = 'jiesu-alert';
      outcome.textContent = failure.message;
    }
  };
  return h('div', {}, h('p', {class: 'jiesu-form-end'}, h('button', {type: 'button', class: 'btn btn-default', onclick: verify}, '校验')), outcome);
}

function filters(asked, codes, go) {
  const form = h(
    'form',
    {class: 'jiesu-fields jiesu-filters', 'aria-label': '筛选'},
    field({name: 'person', label: '人员（账号）', value: asked.person, maxlength: 64, width: 1}),
    field({name: 'caseNumber', label: '办件编号', value: asked.caseNumber, maxlength: 40, width: 1}),
    field({name: 'kind', label: '类别', type: 'select', options: [['', '全部'], ...options(codes.auditKind)], value: asked.kind || '', width: 1}),
    field({name: 'from', label: '日期起', type: 'date', value: asked.from, width: 1}),
    field({name: 'until', label: '日期止', type: 'date', value: asked.until, width: 1}),
    h('div', {class: 'jiesu-form-end'}, h('button', {type: 'submit', class: 'btn btn-primary'}, '查阅'))
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const {person = '', caseNumber = '', kind = '', from = '', until = ''} = values(form);
    go({person, caseNumber, kind, from, until, page: ''});
  });
  return form;
}

const lines = (content, act) =>
  table(
    ['序号', '时间', '人员', '类别', '办件', '对象', '说明', ''],
    content.map(line => [
      h('span', {title: `哈希 ${line.hash}`}, String(line.sequence)),
      dateTime(line.at),
      [line.userName, line.userName !== line.userId && h('small', {class: 'jiesu-hint'}, line.userId)],
      line.kindLabel,
      line.caseNumber && h('a', {href: `#/case-record/${line.caseNumber}`}, line.caseNumber),
      line.subject,
      line.detail,
      h('button', {type: 'button', class: 'btn btn-default', onclick: () => openBreach(line, act)}, '登记泄密事件')
    ])
  );

function pages({total, page: current}, go) {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  if (last === 0) return null;
  const button = (label, to) =>
    h('button', {type: 'button', class: 'btn btn-default', disabled: to < 0 || to > last, onclick: () => go({page: to || ''})}, label);
  return h(
    'nav',
    {class: 'jiesu-form-end', 'aria-label': '分页'},
    button('上一页', current - 1),
    h('span', {class: 'jiesu-page-number'}, `第 ${current + 1} / ${last + 1} 页`),
    button('下一页', current + 1)
  );
}

function openBreach(line, act) {
  openForm(act, {
    title: `登记泄密事件：由审计日志第 ${line.sequence} 条`,
    fields: [
      {name: 'noticedAt', label: '发现时间', type: 'datetime-local', required: true, width: 2},
      {name: 'caseNumbers', label: '涉及办件（编号，逗号分开）', value: line.caseNumber, maxlength: LONGEST_TEXT, width: 2},
      {name: 'people', label: '涉及人数', type: 'number', min: 0, required: true, width: 2},
      text('information', '泄露的信息种类', true),
      text('cause', '原因', true),
      text('harm', '可能造成的危害', true),
      text('measures', '已采取的补救措施', true),
      text('advice', '个人可以采取的减轻危害的措施', false)
    ],
    send: ({caseNumbers = '', ...others}) =>
      post(`/audit/${line.sequence}/breaches`, {...others, caseNumbers: caseNumbers.split(/[,，\s]+/).filter(number => number)}),
    done: breach => act.replaceChildren(h('p', {class: 'jiesu-done', role: 'status'}, `已登记为第 ${breach.id} 号，见`, h('a', {href: '#/breaches'}, '泄密事件')))
  });
}

function closeBreach(breach, act, refresh) {
  openForm(act, {
    title: '办结',
    fields: [
      {name: 'authority', label: '通知的部门', required: true, maxlength: LONGEST_TEXT, width: 2},
      {name: 'authorityToldOn', label: '通知部门的日期', type: 'date', required: true, width: 2},
      {name: 'peopleToldOn', label: '通知个人的日期', type: 'date', hint: '没有通知的，写明理由', width: 2},
      text('notTold', '不通知个人的理由', false),
      text('conclusion', '处理结果', true)
    ],
    send: content => post(`/breaches/${breach.id}/closing`, content),
    done: refresh
  });
}

function breachCard(breach, refresh) {
  const act = h('div');
  const facts = [
    ['登记', `${breach.openedBy}，${dateTime(breach.openedAt)}，审计日志第 ${breach.auditSequence} 条`],
    ['发现时间', dateTime(breach.noticedAt)],
    ['涉及', `${breach.people} 人${breach.caseNumbers.length ? `，${breach.caseNumbers.join('、')}` : ''}`],
    ['信息种类', breach.information],
    ['原因', breach.cause],
    ['可能的危害', breach.harm],
    ['补救措施', breach.measures],
    ['个人可以采取的措施', breach.advice],
    ['通知部门', breach.authority && `${breach.authority}，${date(breach.authorityToldOn)}`],
    ['通知个人', breach.closedAt && (breach.peopleToldOn ? date(breach.peopleToldOn) : `未通知：${breach.notTold}`)],
    ['处理结果', breach.conclusion],
    ['办结', breach.closedAt && `${breach.closedBy}，${dateTime(breach.closedAt)}`]
  ].filter(([, value]) => value);
  return h(
    'details',
    {class: 'jiesu-section', open: !breach.closedAt},
    h('summary', {}, `第 ${breach.id} 号　${breach.closedAt ? '已办结' : '未办结'}`),
    table(['项目', '内容'], facts),
    act,
    !breach.closedAt &&
      h('div', {class: 'jiesu-form-end'}, h('button', {type: 'button', class: 'btn btn-default', onclick: () => closeBreach(breach, act, refresh)}, '办结'))
  );
}
