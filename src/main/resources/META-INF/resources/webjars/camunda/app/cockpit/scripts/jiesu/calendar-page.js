/** 节假日日历: the loaded years, and the import of another notice: what it would move first, then the same for real. */
import {page} from './page.js';
import {dateTime, dueDate, h, newId, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {get, putText, remove} from '../../../tasklist/scripts/jiesu/http.js';

/** More lines than anybody reads; the total is said. */
const MOST_LINES = 500;
const POLL_EVERY = 2000;

const mayImport = me => me.may.includes('IMPORT_CALENDAR');

export const calendarPage = page({
  id: 'calendar',
  path: '/calendar',
  label: '节假日日历',
  priority: 105,
  mayOpen: mayImport,
  async show(node, {me}) {
    if (!mayImport(me)) throw new Error('只有流程管理员可以导入节假日安排');
    const state = h('div');
    const change = h('section', {'aria-live': 'polite'});
    const years = h('div');
    const screen = {change, refresh};
    async function refresh() {
      const calendar = await get('/calendar');
      state.replaceChildren(...standing(calendar, screen));
      years.replaceChildren(h('h2', {class: 'jiesu-title'}, '已有的安排'), ...calendar.years.map(year => loadedYear(year, screen)));
      checkWarning();
    }
    node.append(state, importForm(screen), change, years);
    await refresh();
  }
});

/** How far the calendars reach, and what a broken import left to be done. */
function standing({publishedUntil, provisionalClocks, unfinished, years}, screen) {
  const facts = h(
    'p',
    {},
    `已导入的放假安排到 ${publishedUntil} 为止。`,
    provisionalClocks > 0 && `现有 ${provisionalClocks} 个期限超出这一天，标为“暂定”。`
  );
  if (unfinished === 0) return [facts];
  // The same notice once more changes nothing and takes up what is left.
  const [known] = years;
  const resume = () => apply(() => putText(`/calendar/${known.year}`, notice(known)), screen);
  return [
    facts,
    h(
      'p',
      {class: 'jiesu-alert', role: 'alert'},
      `还有 ${unfinished} 件办件的期限没有按现在的安排重新计算。`,
      h('button', {type: 'button', class: 'btn btn-default', onclick: resume}, '继续重算')
    )
  ];
}

const notice = ({year, papers, days}) => JSON.stringify({year, papers, days});

function importForm(screen) {
  const fileId = newId();
  const textId = newId();
  const paperId = newId();
  const text = h('textarea', {id: textId, rows: 6, spellcheck: 'false', placeholder: '{"year": 2027, "papers": ["…"], "days": […]}'});
  const paper = h('input', {id: paperId, type: 'text', maxlength: 60, placeholder: '国办发明电〔2026〕…号', autocomplete: 'off'});
  const forget = () => screen.change.replaceChildren();
  const choose = async event => {
    forget();
    const [file] = event.target.files;
    text.value = file ? await file.text() : '';
  };
  const submit = event => {
    event.preventDefault();
    tryOut(text.value, paper.value.trim(), screen);
  };
  return h(
    'form',
    {class: 'jiesu-group', onsubmit: submit, oninput: forget},
    h('h2', {class: 'jiesu-title'}, '导入一年的安排'),
    h('p', {class: 'jiesu-hint'}, '国务院办公厅公布通知后，取得该年的 holiday-cn 格式文件；同一年有第二份通知的，导入合并后的文件。'),
    h(
      'div',
      {class: 'jiesu-fields'},
      h('div', {class: 'jiesu-field jiesu-width-3'}, h('label', {for: fileId}, '选择文件'), h('input', {id: fileId, type: 'file', accept: '.json,application/json', onchange: choose})),
      h('div', {class: 'jiesu-field jiesu-width-3'}, h('label', {for: paperId}, '通知文号（文件里没有的，在此补写）'), paper),
      h('div', {class: 'jiesu-field jiesu-width-6'}, h('label', {for: textId}, '或者粘贴内容'), text)
    ),
    h('div', {class: 'jiesu-form-end'}, h('button', {type: 'submit', class: 'btn btn-primary'}, '试算'))
  );
}

function tryOut(text, paper, screen) {
  let read;
  try {
    read = JSON.parse(text);
  } catch (notJson) {
    return fail(new Error('内容不是有效的 JSON，请选择文件或者粘贴完整的内容'), screen);
  }
  if (paper) read.papers = [paper, ...(read.papers || [])];
  const path = `/calendar/${read.year}`;
  const body = JSON.stringify(read);
  return foresee(`导入 ${read.year} 年的安排`, () => putText(`${path}?dryRun=true`, body), () => putText(path, body), screen);
}

/** Shows what would change; only then is there a button that does it. */
async function foresee(title, dryRun, change, screen) {
  screen.change.replaceChildren(h('p', {class: 'jiesu-loading'}, '正在试算……'));
  try {
    const outcome = await dryRun();
    const confirm = h('button', {type: 'button', class: 'btn btn-primary', onclick: () => apply(change, screen)}, `确认${title}`);
    const nothing = outcome.changedDays.length === 0 && outcome.unfinished === 0;
    screen.change.replaceChildren(
      h('h2', {class: 'jiesu-title'}, `试算：${title}`),
      h('div', {class: 'jiesu-acts'}, nothing ? h('p', {}, '和已有的安排完全一样，不需要导入。') : [warnings(outcome), confirm]),
      ...changes(outcome)
    );
  } catch (failure) {
    fail(failure, screen);
  }
}

async function apply(change, screen) {
  const progress = h('p', {class: 'jiesu-loading', role: 'status'}, '正在重新计算在办期限……');
  screen.change.replaceChildren(progress);
  const watch = setInterval(async () => {
    const {unfinished} = await get('/calendar').catch(() => ({}));
    if (unfinished > 0) progress.textContent = `正在重新计算在办期限，还有 ${unfinished} 件……`;
  }, POLL_EVERY);
  try {
    const outcome = await change();
    const rest = outcome.unfinished > 0 && `还有 ${outcome.unfinished} 件正有人办理，请稍后点“继续重算”。`;
    screen.change.replaceChildren(
      h('p', {class: 'jiesu-done', role: 'status'}, `已经生效，移动了 ${outcome.moved.length} 个期限。`, rest),
      ...changes(outcome)
    );
  } catch (failure) {
    fail(failure.status >= 500 ? await brokenOff(failure) : failure, screen);
  } finally {
    clearInterval(watch);
    await screen.refresh().catch(failure => fail(failure, screen));
  }
}

/** An import that breaks off is in force, whatever the server says of what it saved. */
async function brokenOff(failure) {
  const {unfinished} = await get('/calendar').catch(() => ({}));
  return unfinished > 0 ? new Error('计算中途出错：新的安排已经生效，部分办件的期限还没有重新计算，请点“继续重算”。') : failure;
}

function fail(failure, {change}) {
  const faults = (failure.fields || []).map(({message}) => h('li', {}, message));
  change.replaceChildren(
    h('div', {class: 'jiesu-alert', role: 'alert'}, faults.length > 0 ? ['没有导入：', h('ul', {}, faults)] : failure.message)
  );
}

/** Said before the button, not below a long list. */
function warnings({moved}) {
  const late = moved.filter(({overdue}) => overdue).length;
  return late > 0 && h('p', {class: 'jiesu-alert'}, `有 ${late} 个期限移动后立即超期，到期动作会马上发生，请先核对。`);
}

function changes({changedDays, moved}) {
  const more = moved.length > MOST_LINES ? `，列出前 ${MOST_LINES} 个` : '';
  return [
    fold(`移动 ${moved.length} 个期限${more}`, ['办件编号', '期限', '原到期', '新到期'], moved.slice(0, MOST_LINES).map(clockLine)),
    fold(`${changedDays.length} 个日子有变化`, ['日期', '原来', '改为'], changedDays.map(dayLine))
  ];
}

const fold = (title, headings, rows) =>
  h('details', {class: 'jiesu-section', open: rows.length > 0}, h('summary', {}, title), table(headings, rows));

const clockLine = ({caseNumber, clockName, from, fromProvisional, to, toProvisional, overdue}) => [
  caseNumber,
  clockName,
  from ? dueDate(from, fromProvisional) : '期限扣除中',
  [to ? dueDate(to, toProvisional) : '期限扣除中', ' ', overdue && h('span', {class: 'jiesu-chip jiesu-light-overdue'}, '超期')]
];

const dayLine = ({date, from, to}) => [`${date}（${weekday(date)}）`, from, to];

const weekday = iso => '周' + '日一二三四五六'[new Date(`${iso}T00:00:00Z`).getUTCDay()];

function loadedYear(year, screen) {
  const path = `/calendar/${year.year}`;
  const withdraw = () =>
    foresee(`撤销 ${year.year} 年的导入`, () => remove(`${path}?dryRun=true`), () => remove(path), screen);
  return h(
    'details',
    {class: 'jiesu-section'},
    h('summary', {}, `${year.year} 年　${year.papers.filter(paper => !isAddress(paper)).join('、')}`),
    h(
      'p',
      {class: 'jiesu-hint'},
      year.importedAt ? `${year.importedBy} 于 ${dateTime(year.importedAt)} 导入` : '随程序发布',
      year.papers.filter(isAddress).map(address => ['　', h('a', {href: address, target: '_blank', rel: 'noreferrer'}, '通知原文')])
    ),
    table(
      ['节日', '放假', '调休上班'],
      holidays(year.days).map(([name, days]) => [name, spans(days.filter(day => day.isOffDay)), spans(days.filter(day => !day.isOffDay))])
    ),
    year.importedAt &&
      h('div', {class: 'jiesu-form-end'}, h('button', {type: 'button', class: 'btn btn-default', onclick: withdraw}, '撤销这次导入'))
  );
}

const isAddress = paper => /^https?:\/\//.test(paper);

function holidays(days) {
  const byName = new Map();
  for (const day of days) byName.set(day.name, [...(byName.get(day.name) || []), day]);
  return [...byName];
}

/** 10月1日至10月7日: days that follow one another are one span. */
function spans(days) {
  const found = [];
  for (const day of days) {
    const last = found[found.length - 1];
    if (last && new Date(day.date) - new Date(last.to) === 86400000) last.to = day.date;
    else found.push({from: day.date, to: day.date});
  }
  return found.map(({from, to}) => (from === to ? spoken(from) : `${spoken(from)}至${spoken(to)}`)).join('、');
}

function spoken(iso) {
  const [, month, day] = iso.split('-').map(Number);
  return `${month}月${day}日（${weekday(iso)}）`;
}

/** A bar at the foot of every page, as long as the next year's notice is missing or an import is unfinished. */
export const calendarWarning = {
  id: 'jiesu-calendar-warning',
  pluginPoint: 'cockpit.navigation',
  priority: 0,
  // Never an entry of its own: here is where Cockpit tells of logins and of the page that was opened.
  properties: {path: '', access: ['$rootScope', $rootScope => answer => (watchPages($rootScope), answer(null, false))]},
  render() {}
};

let watching = false;

function watchPages($rootScope) {
  if (!watching) {
    watching = true;
    $rootScope.$on('$routeChangeSuccess', checkWarning);
    $rootScope.$on('authentication.changed', checkWarning);
  }
  checkWarning();
}

async function checkWarning() {
  const {warning} = await get('/calendar/warning').catch(() => ({}));
  document.querySelector('.jiesu-standing-warning')?.remove();
  if (warning) {
    document.body.append(
      h('p', {class: 'jiesu-standing-warning', role: 'status'}, warning, ' ', h('a', {href: '#/calendar'}, '打开节假日日历'))
    );
  }
}
