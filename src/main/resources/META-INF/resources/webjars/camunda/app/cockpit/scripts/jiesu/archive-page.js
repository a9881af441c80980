/** 档案与处置: until when a case is kept, its package and what holds it back; and the lists by which cases are destroyed. */
import {openForm, text} from './act-form.js';
import {page} from './page.js';
import {get, post, postZip, save} from '../../../tasklist/scripts/jiesu/http.js';
import {date, dateTime, h, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {field, values} from '../../../tasklist/scripts/jiesu/form.js';

const OPENED_BY = ['HOLD', 'EXPORT_ARCHIVE', 'VERIFY_ARCHIVE', 'READ_DISPOSALS'];
/** What a hold leaves among the steps of a case, with its reason. */
const HOLD_STEPS = ['Hold', 'HoldLifting'];
const LOOK_AGAIN_MILLIS = 1000;

const mayOpen = me => OPENED_BY.some(action => me.may.includes(action));

export const archivePage = page({
  id: 'archive',
  path: '/archive',
  label: '档案与处置',
  priority: 102,
  mayOpen,
  async show(node, {me, parameters, go}) {
    if (!mayOpen(me)) throw new Error('只有投诉中心主任、局长、政策法规科、内部监督小组和审计员可以管理档案');
    const due = h('div', {'aria-live': 'polite'});
    const showDue = () => me.may.includes('MAKE_DISPOSAL') && fill(due, async () => dueCases(await get('/disposals/due'), go));
    node.append(
      caseSection(me, parameters.caseNumber, {go, showDue}),
      me.may.includes('VERIFY_ARCHIVE') ? verification() : '',
      me.may.includes('READ_DISPOSALS') ? disposals(me, parameters.list, {go, due, showDue}) : ''
    );
  }
});

const refusal = failure => h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message);

const done = (...words) => h('p', {class: 'jiesu-done', role: 'status'}, ...words);

const heading = words => h('h2', {class: 'jiesu-title'}, words);

const act = (label, onclick, kind = 'btn-default') => h('button', {type: 'button', class: `btn ${kind}`, onclick}, label);

/** Fills a place once the answer is there; a refusal takes its place. */
async function fill(place, answer) {
  try {
    place.replaceChildren(...(await answer()));
  } catch (failure) {
    place.replaceChildren(refusal(failure));
  }
}

// One case

function caseSection(me, caseNumber, {go, showDue}) {
  const found = h('div', {'aria-live': 'polite'});
  const form = h(
    'form',
    {class: 'jiesu-fields jiesu-filters', 'aria-label': '查办件'},
    field({name: 'caseNumber', label: '办件编号', value: caseNumber, maxlength: 40, width: 2}),
    h('div', {class: 'jiesu-form-end'}, h('button', {type: 'submit', class: 'btn btn-primary'}, '查询'))
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    go({caseNumber: values(form).caseNumber?.toUpperCase() || ''});
  });
  if (caseNumber) {
    found.append(h('p', {class: 'jiesu-loading'}, '正在查询……'));
    showCase(found, {me, caseNumber, showDue});
  }
  return h('section', {'aria-label': '办件档案'}, heading('办件档案'), form, found);
}

async function showCase(place, screen, outcome) {
  const {me, caseNumber, showDue} = screen;
  const path = `/cases/${encodeURIComponent(caseNumber)}`;
  await fill(place, async () => {
    const [record, standing, steps] = await Promise.all([get(path), get(`${path}/retention`), get(`${path}/steps`)]).catch(failure =>
      failure.status === 404 ? [] : Promise.reject(failure)
    );
    const again = word => Promise.all([showCase(place, screen, word), showDue()]);
    return record ? caseFacts({record, standing, steps, path, outcome, again}) : remains(me, caseNumber);
  });
}

function caseFacts({record, standing, steps, path, outcome, again}) {
  const place = h('div');
  const holds = steps.filter(({task}) => HOLD_STEPS.includes(task));
  return [
    table(
      ['办件', '类型', '状态', '办结', '保存期限', '保存至', '现在能否销毁'],
      [
        [
          [h('a', {href: `#/case-record/${record.caseNumber}`}, record.caseNumber), h('small', {class: 'jiesu-hint'}, record.matter)],
          record.kindName,
          record.closedAt ? ['已办结', h('small', {class: 'jiesu-hint'}, record.outcomeName)] : '办理中',
          standing.closedOn || '—',
          [`${standing.years} 年`, h('small', {class: 'jiesu-hint'}, standing.basis)],
          standing.keptUntil || '办结后起算',
          h('strong', {}, standing.obstacleName ? `不能：${standing.obstacleName}` : '能，可以列入销毁清单')
        ]
      ]
    ),
    table(
      ['暂停销毁', '人员', '时间', '理由'],
      holds.map(({taskName, actor, at, values: filled}) => [taskName, actor, dateTime(at), filled.map(({value}) => value).join('；')])
    ) || h('p', {class: 'jiesu-none'}, '没有暂停过销毁'),
    h(
      'div',
      {class: 'jiesu-form-end'},
      standing.mayHold && holdButton(standing, path, place, again),
      standing.mayExport && act('导出归档包', () => openExport(path, place, again))
    ),
    outcome ? done(outcome) : '',
    place
  ];
}

function holdButton({holds}, path, place, again) {
  const held = holds.some(({liftedAt}) => !liftedAt);
  const [title, target, label, word] = held
    ? ['解除暂停销毁', '/hold/lifting', '解除暂停的理由', '已解除暂停销毁']
    : ['暂停销毁', '/hold', '暂停销毁的理由', '已暂停销毁'];
  const open = () =>
    openForm(place, {
      title,
      note: held ? '' : '暂停期间，不论保存期限，都不会销毁。',
      fields: [text('reason', label, true)],
      submit: title,
      send: ({reason}) => post(path + target, {reason}),
      done: () => again(word)
    });
  return act(title, open);
}

const openExport = (path, place, again) =>
  openForm(place, {
    title: '导出归档包',
    note: '归档包含有当事人的完整身份信息；事由和导出人记入身份查看台账。系统不留副本。',
    fields: [text('reason', '导出理由', true)],
    submit: '导出',
    send: ({reason}) => save(`${path}/archive`, {reason}),
    done: () => again('归档包已导出，请妥善保管')
  });

/** A case that is not there: never was, may not be seen, or was destroyed. */
async function remains(me, caseNumber) {
  const lines = me.may.includes('READ_DISPOSALS') ? await get(`/disposals/lines?${new URLSearchParams({caseNumber})}`) : [];
  const destroyed = lines.filter(({destroyedAt}) => destroyedAt);
  if (destroyed.length === 0) return [h('p', {class: 'jiesu-none', role: 'status'}, '没有这个办件，或者您无权查看')];
  return [h('p', {role: 'status'}, `${caseNumber} 已经销毁，只留下销毁台账：`), lineTable(destroyed, true)];
}

// Packages that come back

function verification() {
  const outcome = h('div', {'aria-live': 'polite'});
  const form = h(
    'form',
    {class: 'jiesu-fields jiesu-filters', 'aria-label': '校验归档包'},
    field({name: 'package', label: '归档包（zip 文件）', type: 'file', accept: '.zip,application/zip', width: 2}),
    h('div', {class: 'jiesu-form-end'}, h('button', {type: 'submit', class: 'btn btn-default'}, '校验'))
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const [file] = form.elements.package.files;
    if (!file) return outcome.replaceChildren(refusal(new Error('请先选择归档包')));
    outcome.replaceChildren(h('p', {class: 'jiesu-loading'}, '正在校验……'));
    return fill(outcome, async () => verdict(await postZip('/archive/verification', file)));
  });
  return h('section', {'aria-label': '校验归档包'}, heading('校验归档包'), form, outcome);
}

const verdict = ({whole, ours, conclusion, faults, manifest, caseNumber, exportedAt, exportedByName, destroyedOn}) => [
  h('p', {class: whole && ours ? 'jiesu-done' : 'jiesu-alert', role: 'status'}, conclusion),
  faults.length > 0 ? h('ul', {}, faults.map(fault => h('li', {}, fault))) : '',
  table(
    ['项目', '内容'],
    [
      ['办件', caseNumber],
      ['导出', exportedAt && `${exportedByName}，${dateTime(exportedAt)}`],
      ['销毁', destroyedOn && `该办件已于 ${destroyedOn} 按此内容销毁`],
      ['校验清单的 SHA-256 值', manifest && h('code', {}, manifest)]
    ].filter(([, value]) => value)
  ) || ''
];

// Disposal lists

function disposals(me, opened, {go, due, showDue}) {
  const all = h('div');
  const one = h('div', {'aria-live': 'polite'});
  const showAll = () => fill(all, async () => [listTable(await get('/disposals'), opened, go)]);
  if (me.may.includes('MAKE_DISPOSAL')) {
    due.append(h('p', {class: 'jiesu-loading'}, '正在核对保存期限已满的办件……'));
    showDue();
  }
  showAll();
  if (opened) showList(one, {me, number: opened, changed: running => Promise.all([showAll(), !running && showDue()])});
  return h('section', {'aria-label': '销毁清单'}, heading('销毁清单'), due, all, one);
}

function dueCases(lines, go) {
  const free = lines.filter(({obstacleName}) => !obstacleName);
  if (lines.length === 0) return [h('p', {class: 'jiesu-none'}, '没有保存期限已满、尚未列入清单的办件')];
  const outcome = h('div');
  const make = async event => {
    event.target.disabled = true;
    try {
      const {number} = await post('/disposals', {});
      go({list: number});
    } catch (failure) {
      event.target.disabled = false;
      outcome.replaceChildren(refusal(failure));
    }
  };
  return [
    h(
      'details',
      {class: 'jiesu-section', open: true},
      h('summary', {}, `保存期限已满、尚未列入清单的办件：可以销毁 ${free.length} 件，不能销毁 ${lines.length - free.length} 件`),
      lineTable(lines, false),
      free.length > 0 && h('div', {class: 'jiesu-form-end'}, act(`编制清单（${free.length} 件），提交局长审批`, make, 'btn-primary')),
      outcome
    )
  ];
}

const listTable = (lists, opened, go) =>
  table(
    ['清单', '状态', '编制', '审批', '待销毁', '已销毁', '保留'],
    lists.map(list => [
      act(list.number, () => go({list: list.number === opened ? '' : list.number}), list.number === opened ? 'btn-primary' : 'btn-default'),
      list.stateName,
      [list.madeByName, h('small', {class: 'jiesu-hint'}, dateTime(list.madeAt))],
      list.decidedAt ? [list.decidedByName, h('small', {class: 'jiesu-hint'}, dateTime(list.decidedAt))] : '—',
      String(list.listed),
      String(list.destroyed),
      String(list.kept)
    ])
  ) || h('p', {class: 'jiesu-none'}, '还没有销毁清单');

/** Shows a list and, as long as it is being carried out, looks again; answers whether it is. */
async function showList(place, screen) {
  const {number, changed} = screen;
  const again = () => showList(place, screen).then(changed);
  let running = false;
  await fill(place, async () => {
    const list = await get(`/disposals/${encodeURIComponent(number)}`);
    running = list.running;
    if (running) setTimeout(() => place.isConnected && again(), LOOK_AGAIN_MILLIS);
    return listDetail(list, {...screen, again});
  });
  return running;
}

function listDetail(list, {me, again}) {
  const place = h('div');
  return [
    heading(`清单 ${list.number}：${list.stateName}`),
    list.reason ? h('p', {}, `审批意见：${list.reason}`) : '',
    progress(list),
    lineTable(list.lines, true),
    h('div', {class: 'jiesu-form-end'}, acts(list, me, place, again)),
    place
  ];
}

function progress({state, running, listed, destroyed, kept, doneAt}) {
  if (running) return h('p', {class: 'jiesu-loading', role: 'status'}, `正在销毁，还有 ${listed} 件……`);
  if (state === 'DONE') return done(`${dateTime(doneAt)} 执行完毕：销毁 ${destroyed} 件，保留 ${kept} 件。备份不会自动删除，请按规定销毁旧备份。`);
  if (state === 'APPROVED' && destroyed + kept > 0) {
    return refusal(new Error(`还有 ${listed} 件没有销毁，请再执行一次；仍然没有销毁的，请告知系统管理员`));
  }
  return '';
}

function acts(list, me, place, again) {
  const path = `/disposals/${encodeURIComponent(list.number)}`;
  if (list.state === 'PROPOSED' && me.may.includes('APPROVE_DISPOSAL')) {
    if (list.madeBy === me.userId) return h('p', {class: 'jiesu-none'}, '本人编制的清单由他人审批');
    return [
      act('不同意', () => openDecision(path, false, place, again)),
      act('同意', () => openDecision(path, true, place, again), 'btn-primary')
    ];
  }
  if (list.state === 'APPROVED' && !list.running && me.may.includes('MAKE_DISPOSAL')) {
    return act('执行销毁', () => openExecution(list, path, place, again), 'btn-danger');
  }
  return null;
}

const openDecision = (path, approved, place, again) =>
  openForm(place, {
    title: approved ? '同意销毁' : '不同意销毁',
    note: approved ? '执行时对每件再核对一次，届时不能销毁的保留。' : '',
    fields: [approved ? text('reason', '审批意见', false) : text('reason', '不同意的理由', true)],
    submit: approved ? '确认同意' : '确认不同意',
    send: ({reason}) => post(`${path}/decision`, {approved, reason}),
    done: again
  });

const openExecution = ({listed}, path, place, again) =>
  openForm(place, {
    title: `销毁 ${listed} 件办件`,
    note: '办件、当事人、文书、附件和流程历史全部删除，不能恢复；只留下清单上的一行。有复议、诉讼、信访的，请先暂停销毁。',
    fields: [],
    submit: '确认销毁',
    send: () => post(`${path}/execution`, {}),
    done: again
  });

/** Cases that are due or listed; what happened to them only where a list was made. */
const lineTable = (lines, listed) =>
  table(
    ['办件', '类型', '收到', '办结', '保存至', ...(listed ? ['清单', '结果', '校验值'] : []), listed ? '不能销毁的原因' : '能否销毁'],
    lines.map(line => [
      line.destroyedAt ? line.caseNumber : h('a', {href: `#/case-record/${line.caseNumber}`}, line.caseNumber),
      line.kindName,
      line.receivedOn,
      line.closedOn,
      line.keptUntil,
      ...(listed
        ? [
            line.listNumber,
            [line.stateName, line.destroyedAt && h('small', {class: 'jiesu-hint'}, date(line.destroyedAt))],
            line.manifest ? h('span', {title: line.manifest}, `${line.manifest.slice(0, 12)}…`) : '—'
          ]
        : []),
      line.obstacleName ? h('strong', {}, listed ? line.obstacleName : `不能：${line.obstacleName}`) : listed ? '—' : '能'
    ])
  );
