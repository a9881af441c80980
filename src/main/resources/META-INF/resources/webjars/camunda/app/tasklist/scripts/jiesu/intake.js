/** 来件登记: walk-in, telephone and letter intake; posts a submission and prints its receipt. */
import {get, post} from './http.js';
import {date, h, table} from './dom.js';
import {clearErrors, field, values} from './form.js';
import {tell} from './case-acts.js';
import {ID_TYPES, loadCodes, options} from './codes.js';
import {navbarLink, openPage} from './page.js';

const INTAKE_GROUPS = ['centre', 'centre-head'];

const EARLIER_SHOWN = 5;

/** The entry in the navigation bar, for those who may register. */
export const intakeEntry = {
  id: 'jiesu-intake',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  async render(node, data, scope) {
    const [me, codes] = await Promise.all([get('/me'), loadCodes()]).catch(() => [{groups: []}]);
    if (!me.groups.some(group => INTAKE_GROUPS.includes(group))) return;
    const refreshTasks = () => scope.$root.$broadcast('refresh');
    node.append(navbarLink('edit', '来件登记', () => openIntake(me, codes, refreshTasks)));
  }
};

function openIntake(me, codes, refreshTasks) {
  const {body, close} = openPage('来件登记', {leave: mayLeave});
  showForm();

  function showForm() {
    const form = intakeForm(me, codes, answer => {
      body.replaceChildren(receipt(answer, codes, showForm, close));
      body.querySelector('button').focus();
      refreshTasks();
    });
    body.replaceChildren(form);
    form.querySelector('[name=channel]').focus();
  }
}

/** Typed text is not thrown away by one keystroke. */
function mayLeave(dialog) {
  const form = dialog.querySelector('form');
  if (!form || !form.dataset.touched) return true;
  if (dialog.querySelector('.jiesu-leave')) return false;
  const question = h(
    'div',
    {class: 'jiesu-leave', role: 'alert'},
    '内容尚未登记，关闭后将丢失。',
    h('button', {type: 'button', class: 'btn btn-default', onclick: () => question.remove()}, '继续填写'),
    h('button', {type: 'button', class: 'btn btn-danger', onclick: () => dialog.close()}, '放弃')
  );
  dialog.querySelector('.jiesu-page-head').after(question);
  question.querySelector('button').focus();
  return false;
}

function intakeForm(me, codes, registered) {
  const alert = h('p', {class: 'jiesu-alert', role: 'alert'});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, '登记（Ctrl+Enter）');
  const form = h(
    'form',
    {class: 'jiesu-form', novalidate: true, oninput: () => (form.dataset.touched = 'true')},
    source(codes),
    complainant(),
    respondent(codes),
    matter(codes),
    more(),
    alert,
    h('div', {class: 'jiesu-form-end'}, submit)
  );
  warnOfEarlierCases(form, codes);
  form.addEventListener('keydown', event => submitWithCtrlEnter(event, form));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    submit.disabled = true;
    clearErrors(form);
    alert.textContent = '';
    try {
      registered(await post('/submissions', submission(form, me.institution)));
    } catch (failure) {
      tell(form, alert, failure);
    } finally {
      submit.disabled = false;
    }
  });
  return form;
}

/** Enter in a one-line field must not register a half-typed case. */
function submitWithCtrlEnter(event, form) {
  if (event.key !== 'Enter') return;
  if (event.ctrlKey) form.requestSubmit();
  if (event.ctrlKey || event.target.tagName === 'INPUT') event.preventDefault();
}

/** Both parties are always sent: a blank one is asked for later, a missing one would be refused. */
function submission(form, institution) {
  const filled = values(form);
  return {...filled, institution, complainant: filled.complainant || {}, respondent: filled.respondent || {}};
}

const group = (title, ...content) =>
  h('fieldset', {class: 'jiesu-group'}, h('legend', {}, title), h('div', {class: 'jiesu-fields'}, content));

const fold = (title, ...content) =>
  h('details', {class: 'jiesu-fold jiesu-width-6'}, h('summary', {}, title), h('div', {class: 'jiesu-fields'}, content));

const source = codes =>
  group(
    '来源',
    field({name: 'channel', label: '来源渠道', type: 'select', options: options(codes.channel), value: 'onsite', required: true, width: 2}),
    field({name: 'kind', label: '类型', type: 'select', options: [['', '由系统判断'], ...options(codes.submissionKind)], value: '', width: 2}),
    field({name: 'receivedAt', label: '收到时间', type: 'datetime-local', hint: '不填即现在', width: 2}),
    fold(
      '渠道工单',
      field({name: 'externalNumber', label: '渠道编号', maxlength: 100}),
      field({name: 'channelTimes.raisedAt', label: '群众提出时间', type: 'datetime-local'}),
      field({name: 'channelTimes.dispatchedAt', label: '渠道转办时间', type: 'datetime-local'}),
      field({name: 'channelTimes.replyBy', label: '渠道要求答复时间', type: 'datetime-local'})
    )
  );

const complainant = () =>
  group(
    '投诉人（举报人、咨询人）',
    field({name: 'complainant.name', label: '姓名', width: 2}),
    h('div', {class: 'jiesu-width-2'}, field({name: 'complainant.phone', label: '电话', type: 'tel'}), earlier('phone')),
    field({name: 'complainant.address', label: '地址', maxlength: 2000, width: 2}),
    field({name: 'complainant.idType', label: '证件类型', type: 'select', options: ID_TYPES, width: 2}),
    field({name: 'complainant.idNumber', label: '证件号码', width: 2}),
    field({name: 'complainant.minor', label: '未成年人', type: 'checkbox', width: 2}),
    field({name: 'complainant.anonymous', label: '匿名举报', type: 'checkbox', hint: '凭查询码查询办理进展', width: 2}),
    field({name: 'complainant.confidential', label: '要求身份保密', type: 'checkbox', width: 2}),
    field({name: 'complainant.noContactBy', label: '不同意对方直接联系', type: 'checkbox', width: 2}),
    fold(
      '委托代理人',
      field({name: 'complainant.agent.name', label: '代理人姓名', width: 2}),
      field({name: 'complainant.agent.phone', label: '代理人电话', type: 'tel', width: 2}),
      field({name: 'complainant.agent.idNumber', label: '代理人证件号码', width: 2}),
      field({name: 'complainant.agent.powers', label: '代理权限', maxlength: 2000, width: 4}),
      field({name: 'complainant.agent.until', label: '代理期限至', type: 'date', width: 2})
    ),
    fold('共同投诉人', rows('增加一人', coComplainant))
  );

const coComplainant = index => [
  field({name: `complainant.others.${index}.name`, label: '姓名', width: 2}),
  field({name: `complainant.others.${index}.phone`, label: '电话', type: 'tel', width: 2}),
  field({name: `complainant.others.${index}.represents`, label: '推选为代表人', type: 'checkbox', width: 2})
];

const respondent = codes =>
  group(
    '被投诉人（被举报人）',
    h('div', {class: 'jiesu-width-3'}, field({name: 'respondent.name', label: '名称'}), earlier('respondent')),
    field({name: 'respondent.phone', label: '电话', type: 'tel'}),
    field({name: 'respondent.town', label: '所在镇街', list: 'jiesu-towns', width: 2}),
    field({name: 'respondent.address', label: '地址', maxlength: 2000, width: 4}),
    h('datalist', {id: 'jiesu-towns'}, Object.values(codes.town).map(town => h('option', {value: town}))),
    fold(
      '网购与登记信息',
      field({name: 'respondent.platform', label: '交易平台', width: 2}),
      field({name: 'respondent.orderNumber', label: '订单号', width: 2}),
      field({name: 'respondent.creditCode', label: '统一社会信用代码', width: 2})
    )
  );

const matter = codes =>
  group(
    '事实与请求',
    field({name: 'subject', label: '主题', maxlength: 200, required: true, width: 6}),
    field({name: 'category', label: '商品或服务类别', hint: '如食品、餐饮、家用电器', maxlength: 100, width: 6}),
    field({name: 'content', label: '事实与理由', type: 'textarea', rows: 6, maxlength: 20000, required: true, width: 6}),
    field({name: 'demand', label: '具体请求', maxlength: 2000, width: 6}),
    field({name: 'remedies', label: '请求方式', type: 'choices', options: options(codes.remedy), width: 6}),
    field({name: 'amount', label: '涉及金额（元）', type: 'number', min: 0, step: '0.01', width: 2}),
    field({name: 'paidAmount', label: '已付金额（元）', type: 'number', min: 0, step: '0.01', width: 2}),
    field({name: 'claimedAmount', label: '索赔金额（元）', type: 'number', min: 0, step: '0.01', width: 2}),
    field({name: 'occurredAt', label: '发生日期', type: 'date', width: 2}),
    field({name: 'peopleAffected', label: '涉及人数', type: 'number', min: 0, step: 1, width: 2}),
    field({name: 'urgent', label: '情况紧急', type: 'checkbox', hint: '如疑似食物中毒、人身伤害', width: 2})
  );

const more = () =>
  group(
    '证据与意愿',
    fold('证据材料', rows('增加一项', evidence)),
    field({name: 'consentToDelegate', label: '同意委托调解', type: 'checkbox'}),
    field({name: 'consentToPublish', label: '同意公示投诉信息', type: 'checkbox'})
  );

const evidence = index => [
  field({name: `evidence.${index}.name`, label: '材料名称', width: 2}),
  field({name: `evidence.${index}.note`, label: '说明', maxlength: 2000, width: 4})
];

/** Repeated fields, one row to begin with. */
function rows(addLabel, row) {
  let count = 0;
  const list = h('div', {class: 'jiesu-width-6'});
  const add = () => {
    const fields = h('div', {class: 'jiesu-fields'}, row(count++));
    list.append(fields);
    return fields;
  };
  add();
  const addAndGoThere = () => add().querySelector('input').focus();
  return [list, h('button', {type: 'button', class: 'btn btn-link', onclick: addAndGoThere}, addLabel)];
}

const earlier = by => h('div', {class: 'jiesu-earlier', role: 'status', 'data-earlier': by});

function warnOfEarlierCases(form, codes) {
  watch('complainant.phone', 'phone', text => /\d{7,}/.test(text), '该电话');
  watch('respondent.name', 'respondent', text => text.length >= 2, '该商家');

  function watch(name, by, worthAsking, subject) {
    const control = form.elements[name];
    const place = form.querySelector(`[data-earlier=${by}]`);
    control.addEventListener('change', async () => {
      const text = control.value.trim();
      place.replaceChildren();
      if (!worthAsking(text)) return;
      const found = await post('/cases/search', {[by]: text}).catch(() => ({total: 0}));
      if (found.total > 0 && control.value.trim() === text) place.replaceChildren(...earlierCases(subject, found, codes));
    });
  }
}

function earlierCases(subject, {total, content}, codes) {
  return [
    h('p', {}, `${subject}此前已有 ${total} 件，请核对是否重复：`),
    h('ul', {}, content.slice(0, EARLIER_SHOWN).map(found => earlierCase(found, codes)))
  ];
}

const earlierCase = (found, codes) =>
  h(
    'li',
    {},
    h('strong', {}, found.caseNumber),
    ` ${codes.kind[found.kind]}　${found.matter || ''}　${date(found.receivedAt)} 收到　`,
    found.state === 'CLOSED' ? '已办结' : `在办${found.stageName ? `（${found.stageName}）` : ''}`
  );

function receipt(answer, codes, again, close) {
  return h(
    'article',
    {class: 'jiesu-receipt'},
    h('h2', {}, '来件回执'),
    answer.supplementId && h('p', {class: 'jiesu-hints'}, '该渠道编号此前已经登记，本次内容已作为补充来件转交承办人。'),
    answer.autoReply && h('p', {class: 'jiesu-content'}, answer.autoReply),
    table(
      ['办件编号', '类型'],
      answer.cases.map(({caseNumber, kind}) => [caseNumber, codes.kind[kind]])
    ),
    h('p', {}, '查询码'),
    h('p', {class: 'jiesu-receipt-code'}, answer.receiptCode),
    h('p', {class: 'jiesu-hint'}, '请妥善保管。凭查询码可查询办理进展；任何人持有本码均可查询，请勿转交他人。'),
    h(
      'div',
      {class: 'jiesu-form-end'},
      h('button', {type: 'button', class: 'btn btn-primary', onclick: () => window.print()}, '打印回执'),
      h('button', {type: 'button', class: 'btn btn-default', onclick: again}, '再登记一件'),
      h('button', {type: 'button', class: 'btn btn-default', onclick: close}, '返回任务列表')
    )
  );
}
