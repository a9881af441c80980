/** 办件查询: every case that the reader may see, open or closed, found by filters or by what is known of it. */
import {get, post} from './http.js';
import {date, h, lightChip, table} from './dom.js';
import {clearErrors, field, values} from './form.js';
import {tell} from './case-acts.js';
import {loadCodes, options} from './codes.js';
import {showCaseToRead} from './case-view.js';
import {navbarLink, openPage} from './page.js';

const PAGE_SIZE = 20;

/** People are looked up in the body of a request, never in its address. */
const LOOKED_UP = ['text', 'phone', 'idNumber', 'respondent', 'externalNumber'];

export const caseSearch = {
  id: 'jiesu-case-search',
  pluginPoint: 'tasklist.navbar.action',
  priority: 390,
  render(node) {
    node.append(navbarLink('search', '办件查询', openSearch));
  }
};

async function openSearch() {
  const {body} = openPage('办件查询');
  body.classList.add('jiesu-page-wide');
  const failed = failure => body.append(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
  const codes = await loadCodes().catch(failed);
  if (codes) showSearch(body, codes);
}

function showSearch(body, codes) {
  const alert = h('p', {class: 'jiesu-alert', role: 'alert'});
  const found = h('section', {'aria-live': 'polite', 'aria-label': '查询结果'});
  const form = h(
    'form',
    {class: 'jiesu-form', novalidate: true},
    h('fieldset', {class: 'jiesu-group'}, h('legend', {}, '查询条件'), h('div', {class: 'jiesu-fields'}, conditions(codes)), buttons()),
    alert
  );
  let wanted = {};
  form.addEventListener('submit', event => {
    event.preventDefault();
    wanted = values(form);
    return turnTo(0);
  });
  form.addEventListener('reset', () => setTimeout(() => form.requestSubmit()));
  body.replaceChildren(form, found);
  form.querySelector('input').focus();
  return turnTo(0);

  async function turnTo(page) {
    clearErrors(form);
    alert.textContent = '';
    try {
      found.replaceChildren(...results(await cases(wanted, page), codes, read, turnTo));
    } catch (failure) {
      tell(form, alert, failure);
    }
  }

  function read(caseNumber) {
    const view = h('div', {class: 'jiesu-page-case'});
    const back = () => {
      body.replaceChildren(form, found);
      found.querySelector(`[data-case="${caseNumber}"]`).focus();
    };
    const button = h('button', {type: 'button', class: 'btn btn-default', onclick: back}, '返回查询结果');
    body.replaceChildren(h('p', {class: 'jiesu-acts'}, button), view);
    button.focus();
    return showCaseToRead(view, caseNumber);
  }
}

const any = list => [['', '全部'], ...options(list)];

const conditions = codes => [
  field({name: 'text', label: '关键词', hint: '办件编号、事项、镇街或被投诉（举报）人名称', width: 2}),
  field({name: 'respondent', label: '被投诉（举报）人', width: 2}),
  field({name: 'externalNumber', label: '渠道编号', width: 2}),
  field({name: 'phone', label: '电话', type: 'tel', width: 2}),
  field({name: 'idNumber', label: '证件号码', width: 2}),
  field({name: 'kind', label: '类型', type: 'select', options: any(codes.kind), value: '', width: 2}),
  field({name: 'state', label: '状态', type: 'select', options: any(codes.state), value: '', width: 2}),
  field({name: 'light', label: '时限灯', type: 'select', options: any(pendingLights(codes)), value: '', width: 2}),
  field({name: 'unit', label: '承办单位', type: 'select', options: any(codes.unit), value: '', width: 2})
];

/** A list shows the light of what is not done yet. */
const pendingLights = ({light}) => Object.fromEntries(Object.entries(light).filter(([code]) => !code.startsWith('DONE')));

const buttons = () =>
  h(
    'div',
    {class: 'jiesu-form-end'},
    h('button', {type: 'submit', class: 'btn btn-primary'}, '查询'),
    h('button', {type: 'reset', class: 'btn btn-default'}, '清空')
  );

function cases(wanted, page) {
  const query = {...wanted, page, size: PAGE_SIZE};
  return LOOKED_UP.some(name => name in wanted) ? post('/cases/search', query) : get(`/cases?${new URLSearchParams(query)}`);
}

function results({content, page, total}, codes, read, turnTo) {
  if (total === 0) return [h('p', {class: 'jiesu-none'}, '没有符合条件的办件。')];
  const last = Math.ceil(total / PAGE_SIZE) - 1;
  const turn = (text, to) =>
    h('button', {type: 'button', class: 'btn btn-default', disabled: to < 0 || to > last, onclick: () => turnTo(to)}, text);
  return [
    table(
      ['办件编号', '类型', '主题', '事项类别', '属地', '承办单位', '收到日期', '环节或结果', '时限灯'],
      content.map(found => row(found, codes, read))
    ),
    h(
      'div',
      {class: 'jiesu-form-end jiesu-turn'},
      turn('上一页', page - 1),
      h('span', {}, `共 ${total} 件，第 ${page + 1} / ${last + 1} 页`),
      turn('下一页', page + 1)
    )
  ];
}

const row = (found, codes, read) => [
  h(
    'button',
    {type: 'button', class: 'btn btn-link jiesu-number', 'data-case': found.caseNumber, onclick: () => read(found.caseNumber)},
    found.caseNumber
  ),
  codes.kind[found.kind],
  found.subject,
  found.matter,
  found.town,
  codes.unit[found.handlingUnit],
  h('time', {}, date(found.receivedAt)),
  found.state === 'CLOSED' ? `已办结：${codes.outcome[found.outcome]}` : found.stageName,
  found.state === 'CLOSED' ? '' : lightChip(found)
];
