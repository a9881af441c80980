/** The case as one page: head, facts, parties, clocks, what was done, papers and attachments. */
import {get, save} from './http.js';
import {date, dateTime, dueDate, fileSize, h, lightChip, table, yuan} from './dom.js';
import {CLOCK_UNITS, loadCodes, PROPOSALS, SUBMISSION_FIELDS} from './codes.js';
import {actButtons, actsOn} from './case-acts.js';
import {identitySection, loadIdentity} from './identity.js';
import {clockButtons, pauseNote, pendingExtensions} from './clock-acts.js';

const LISTS = ['clocks', 'journal', 'papers', 'attachments', 'steps', 'supplements', 'supervision'];

/** The measure that raised a case to each level. */
const LEVELS = [null, 'YELLOW', 'RED', 'LISTED'];

/** Shows the case of a task in the node; `refreshTasks` is called after an act that may move or end tasks. */
export const showCase = (node, taskId, refreshTasks) =>
  show(node, async () => {
    const {caseNumber} = await get(`/tasks/${taskId}`);
    await load(node, caseNumber, {refreshTasks});
  });

/** The same case to be read: nothing is offered but to print it, and to look behind the mask where that is one's own. */
export const showCaseToRead = (node, caseNumber) => show(node, () => load(node, caseNumber, {}));

async function show(node, loading) {
  node.replaceChildren(h('p', {class: 'jiesu-loading'}, '正在加载办件……'));
  try {
    await loading();
  } catch (failure) {
    node.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
  }
}

async function load(node, caseNumber, {refreshTasks, done}) {
  const path = `/cases/${caseNumber}`;
  const [codes, me, record, identity, ...lists] = await Promise.all([
    loadCodes(),
    get('/me'),
    get(path),
    loadIdentity(path),
    ...LISTS.map(list => get(`${path}/${list}`))
  ]);
  const [clocks, journal, papers, attachments, steps, supplements, supervision] = lists;
  const mayAct = Boolean(refreshTasks);
  const reload = message => {
    refreshTasks?.();
    return load(node, caseNumber, {refreshTasks, done: message});
  };
  node.replaceChildren(
    h(
      'article',
      {class: 'jiesu-case', 'aria-label': `办件 ${caseNumber}`},
      head(record, codes),
      h('p', {class: 'jiesu-done', role: 'status'}, done),
      actButtons(mayAct ? actsOn(record, me) : [], record, codes, reload),
      hints(record, codes),
      pendingExtensions(clocks),
      section('办件事实', facts(record, codes)),
      section('当事人', identitySection(record, identity, {codes, me, reload})),
      section('期限', clockTable(clocks, clock => clockButtons(record, codes, clock, {handles: mayAct && handles(me, record), attachments}, reload))),
      supervision.length ? section(`督办（${supervision.length}）`, supervisionTable(supervision, codes)) : null,
      section(`办理过程（${steps.length}）`, steps.map(step)),
      section(`文书（${papers.length}）`, paperTable(path, papers)),
      section(`附件（${attachments.length}）`, attachmentTable(path, attachments)),
      supplements.length ? section(`补充来件（${supplements.length}）`, supplementTable(supplements)) : null,
      section(`流转记录（${journal.length}）`, journalTable(journal), false)
    )
  );
}

function section(title, content, open = true) {
  const empty = content == null || (Array.isArray(content) && content.length === 0);
  return h(
    'details',
    {class: 'jiesu-section', open},
    h('summary', {}, title),
    empty ? h('p', {class: 'jiesu-none'}, '暂无') : content
  );
}

function head(record, codes) {
  const flags = [
    record.urgent && '紧急',
    record.secret && '密',
    record.confidential && '身份保密',
    record.quick && '简易办理',
    record.round > 1 && `第 ${record.round} 轮办理`,
    codes.measure[LEVELS[record.supervision?.level]],
    record.supervision?.late && '曾超期',
    record.urges > 0 && `催办 ${record.urges} 次`
  ];
  return h(
    'header',
    {class: 'jiesu-head'},
    h('h3', {}, record.caseNumber, ' ', h('small', {}, codes.kind[record.kind])),
    h('p', {class: 'jiesu-subject'}, record.subject),
    h(
      'p',
      {class: 'jiesu-chips'},
      record.state === 'CLOSED' ? h('span', {class: 'jiesu-chip'}, codes.state.CLOSED) : lightChip(record),
      flags.filter(Boolean).map(flag => h('span', {class: 'jiesu-chip'}, flag))
    )
  );
}

/** What the decision tables noticed; a person decides. */
function hints(record, codes) {
  const lines = [
    record.duplicateOf && ['疑似重复', record.duplicateOf],
    record.incomplete?.length && ['尚缺材料', record.incomplete.map(path => SUBMISSION_FIELDS[path] || path).join('、')],
    record.factors?.length && ['需注意的情形', record.factors.join('、')],
    ...Object.entries(record.proposed || {}).map(([key, value]) => proposal(key, value, codes))
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return h('aside', {class: 'jiesu-hints'}, h('h4', {}, '系统提示（仅供参考，由经办人决定）'), definitions(lines));
}

function proposal(key, value, codes) {
  const label = PROPOSALS[key];
  if (!label || value == null || value === false || value === '') return null;
  if (value === true) return [label, '建议'];
  if (Array.isArray(value)) return value.length ? [label, value.join('、')] : null;
  return [label, codes[key]?.[value] || value];
}

function facts(record, codes) {
  return [
    definitions([
      ['当前环节', record.stageName],
      ['办理结果', codes.outcome[record.outcome]],
      ['承办单位', codes.unit[record.handlingUnit]],
      ['承办人', record.handlerName],
      ['来源渠道', codes.channel[record.channel]],
      ['收到时间', dateTime(record.receivedAt)],
      ['事项类别', record.matter],
      ['属地', record.town],
      ['职责范围', record.inRemit == null ? null : record.inRemit ? '属于本局职责' : '不属于本局职责'],
      ['主管部门', record.competent],
      ['具体请求', record.demand],
      ['请求方式', record.remedies?.map(code => codes.remedy[code]).join('、')],
      ['涉及金额', yuan(record.amount)],
      ['已付金额', yuan(record.paidAmount)],
      ['索赔金额', yuan(record.claimedAmount)],
      ['关联办件', record.links?.map(link => [link.caseNumber, link.relationName].filter(Boolean).join(' ')).join('、')]
    ]),
    h('h4', {}, '事实与理由'),
    h('p', {class: 'jiesu-content'}, record.content)
  ];
}

/** Pairs of a term and its value; what is blank is left out. */
function definitions(pairs) {
  return h(
    'dl',
    {class: 'jiesu-facts'},
    pairs.filter(([, value]) => value).map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value)))
  );
}

/** Before a handler is named, the centre has the case. */
const handles = (me, record) => (record.handler ? record.handler === me.userId : me.groups.includes('centre'));

function clockTable(clocks, buttons) {
  return table(
    ['期限和依据', '到期', '状态', ''],
    clocks.map(clock => [
      [clock.clockName, h('small', {class: 'jiesu-hint'}, `${clock.layerName}：${clock.basis}`)],
      [
        h('strong', {}, dueDate(clock.dueAt) || '—'),
        h('small', {class: 'jiesu-hint'}, `${date(clock.startedAt)} 起算，${clockLength(clock)}`)
      ],
      [lightChip(clock), pauseNote(clock)],
      buttons(clock)
    ])
  );
}

const supervisionTable = (measures, codes) =>
  table(
    ['时间', '措施', '期限', '届满', '承办单位', '回复'],
    measures.map(one => [
      dateTime(one.takenAt),
      one.measureName,
      one.clockName,
      h('time', {}, dueDate(one.dueAt)),
      codes.unit[one.handlingUnit] || '投诉中心',
      one.answerBy ? `${one.answeringUnit}，${one.answerBy}前` : one.answeringUnit
    ])
  );

function clockLength({amount, unit, extendedBy, pauses}) {
  const length = unit === 'AGREED' ? CLOCK_UNITS.AGREED : `${amount} ${CLOCK_UNITS[unit]}`;
  return [length, extendedBy > 0 && `延长 ${extendedBy}`, pauses?.length > 0 && `扣除 ${pauses.length} 次`]
    .filter(Boolean)
    .join('，');
}

function step({at, actor, taskName, values}) {
  return h(
    'div',
    {class: 'jiesu-step'},
    h('h4', {}, taskName, h('small', {}, `${actor}　${dateTime(at)}`)),
    definitions(values.map(({label, value}) => [label, value]))
  );
}

const paperTable = (path, papers) =>
  table(
    ['文书', '文号', '日期', '送达对象'],
    papers.map(paper => [
      download(`${path}/papers/${paper.id}`, paper.version > 1 ? `${paper.title}（第 ${paper.version} 版）` : paper.title),
      paper.number,
      date(paper.issuedOn),
      paper.audienceName
    ])
  );

const attachmentTable = (path, attachments) =>
  table(
    ['附件', '说明', '大小', '上传时间'],
    attachments.map(({id, name, note, size, at}) => [
      download(`${path}/attachments/${id}`, name),
      note,
      fileSize(size),
      dateTime(at)
    ])
  );

function download(path, text) {
  const refusal = h('span', {class: 'jiesu-error', role: 'alert'});
  const fetchFile = async event => {
    event.preventDefault();
    refusal.textContent = await save(path).then(() => '', failure => failure.message);
  };
  return [h('a', {href: '', onclick: fetchFile}, text), refusal];
}

const supplementTable = supplements =>
  table(
    ['时间', '性质', '标题', '内容', '诉求'],
    supplements.map(({at, event, subject, content, demand}) => [dateTime(at), event, subject, content, demand])
  );

const journalTable = journal =>
  table(
    ['时间', '经办', '事项', '内容'],
    journal.map(({at, actor, action, detail}) => [dateTime(at), actor, action, detail])
  );
