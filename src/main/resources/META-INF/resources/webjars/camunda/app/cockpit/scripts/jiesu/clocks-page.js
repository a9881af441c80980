/** 时限督办: the running clocks that the user may see, what is due next on top; and the panel of the dashboard. */
import {page} from './page.js';
import {get} from '../../../tasklist/scripts/jiesu/http.js';
import {dateTime, dueDate, h, lightChip, table} from '../../../tasklist/scripts/jiesu/dom.js';
import {field} from '../../../tasklist/scripts/jiesu/form.js';
import {loadCodes, options} from '../../../tasklist/scripts/jiesu/codes.js';
import {exportButton} from './case-export.js';

const PATH = '/clocks';

const PAGE_SIZE = 50;

const NEXT_SHOWN = 5;

/** The lights of what has not ended, the worst first. */
const LIGHTS = ['OVERDUE', 'DUE_TODAY', 'DUE_SOON', 'NORMAL', 'PAUSED'];

/** Who may ask for 件件有着落. */
const FINDS_ORPHANS = ['supervisor', 'centre-head'];

const FILTERS = ['institution', 'unit', 'clock', 'light', 'page'];

/** The filter that was changed last keeps the focus when the page comes back. */
let changedLast;

/** The list as it was last shown, for the way back from a case. */
let lastShown = `#${PATH}`;

export const clocksHref = () => lastShown;

export const clocksPage = page({
  id: 'clocks',
  path: PATH,
  label: '时限督办',
  priority: 110,
  show: async (node, {me, parameters, go}) => {
    lastShown = window.location.hash;
    const asked = Object.fromEntries(FILTERS.filter(name => parameters[name]).map(name => [name, parameters[name]]));
    const [codes, found, orphans] = await Promise.all([
      loadCodes(),
      get(`/clocks?${new URLSearchParams({size: PAGE_SIZE, ...asked})}`),
      me.groups.some(group => FINDS_ORPHANS.includes(group)) ? get('/supervision/orphans') : null
    ]);
    node.append(
      orphans ? orphanList(orphans) : '',
      lightCounts(found.counts, codes, asked),
      filters(asked, me, codes, go),
      h('p', {class: 'jiesu-hint', role: 'status'}, summary(found)),
      clockTable(found.content) || h('p', {class: 'jiesu-none'}, '没有符合条件的期限'),
      h('div', {}, pages(found, go), exportButton(me, casesOf(found.content), '导出本页办件，供时间演练'))
    );
    if (changedLast) node.querySelector(`[name=${changedLast}]`)?.focus();
  }
});

/** The panel 时限督办 of the dashboard: counts, and what is due next. */
export const clocksPanel = {
  id: 'jiesu-clocks-panel',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: {label: '时限督办'},
  async render(node) {
    const box = h('section', {class: 'jiesu-panel', 'aria-label': '时限督办'});
    node.append(box);
    try {
      const [codes, found] = await Promise.all([loadCodes(), get(`/clocks?size=${NEXT_SHOWN}`)]);
      box.append(
        h('h2', {}, h('a', {href: `#${PATH}`}, '时限督办')),
        lightCounts(found.counts, codes, {}),
        clockTable(found.content) || h('p', {class: 'jiesu-none'}, '没有您可以查看的期限')
      );
    } catch (failure) {
      box.append(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
    }
  }
};

/** 件件有着落: the open cases that nobody works on or that no clock runs for. */
const orphanList = ({total, content}) =>
  total === 0
    ? h('p', {class: 'jiesu-done', role: 'status'}, '件件有着落：未办结的办件都有人办理、有期限')
    : h(
        'section',
        {class: 'jiesu-alert', 'aria-label': '没有着落的办件'},
        `有 ${total} 件没有着落：`,
        table(
          ['办件', '类型', '事项', '缺少'],
          content.map(({caseNumber, kindName, matter, lacks}) => [
            h('a', {href: `#/case-record/${caseNumber}`}, caseNumber),
            kindName,
            matter,
            lacks.join('，')
          ])
        )
      );

const casesOf = clocks => [...new Set(clocks.map(clock => clock.caseNumber))];

const link = query => `#${PATH}?${new URLSearchParams(query)}`;

/** One tile a light; a tile narrows the list to its light, or widens it again. */
const lightCounts = (counts, codes, asked) =>
  h(
    'ul',
    {class: 'jiesu-counts'},
    LIGHTS.map(light => {
      const {page: ignored, light: current, ...others} = asked;
      const chosen = current === light;
      return h(
        'li',
        {},
        h(
          'a',
          {
            class: `jiesu-count jiesu-light-${light.toLowerCase().replace(/_/g, '-')}`,
            href: link(chosen ? others : {...others, light}),
            'aria-current': chosen && 'true'
          },
          h('strong', {}, String(counts[light])),
          ` ${codes.light[light]}`
        )
      );
    })
  );

function filters(asked, me, codes, go) {
  const choose = (name, label, list) =>
    field({name, label, type: 'select', options: [['', '全部'], ...list], value: asked[name] || '', width: 2});
  const form = h(
    'form',
    {class: 'jiesu-fields jiesu-filters', 'aria-label': '筛选', onsubmit: event => event.preventDefault()},
    choose('unit', '承办单位', options(codes.unit)),
    choose('clock', '期限', options(codes.clock)),
    choose('institution', '机构', [[me.institution, me.institutionName || me.institution]])
  );
  form.addEventListener('change', ({target}) => {
    changedLast = target.name;
    go({[target.name]: target.value, page: ''});
  });
  return form;
}

function summary({total, page: current, content}) {
  if (total === 0) return '';
  const first = current * PAGE_SIZE + 1;
  return `共 ${total} 个在计期限，显示第 ${first}–${first + content.length - 1} 个，先到期的在前，期限扣除中的在后`;
}

const clockTable = clocks => {
  const list = table(
    ['到期', '状态', '期限', '办件', '承办单位', '承办人', '事项', '依据'],
    clocks.map(clock => [
      h('strong', {title: `起算 ${dateTime(clock.startedAt)}`}, dueDate(clock.dueAt) || '—'),
      lightChip(clock),
      [clock.clockName, h('small', {class: 'jiesu-hint'}, clock.layerName)],
      [
        h('a', {href: `#/case-record/${clock.caseNumber}`}, clock.caseNumber),
        h('small', {class: 'jiesu-hint'}, clock.kindName, clock.urgent ? '　紧急' : '')
      ],
      clock.handlingUnitName || '—',
      clock.handlerName || '—',
      [clock.matter, h('small', {class: 'jiesu-hint'}, clock.town)],
      clock.basis
    ])
  );
  return list && h('div', {class: 'jiesu-clocks'}, list);
};

function pages({total, page: current}, go) {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  if (last === 0) return null;
  const button = (label, to) =>
    h(
      'button',
      {type: 'button', class: 'btn btn-default', disabled: to < 0 || to > last || to === current, onclick: () => go({page: to || ''})},
      label
    );
  return h(
    'nav',
    {class: 'jiesu-form-end', 'aria-label': '分页'},
    button('首页', 0),
    button('上一页', current - 1),
    h('span', {class: 'jiesu-page-number'}, `第 ${current + 1} / ${last + 1} 页`),
    button('下一页', current + 1),
    button('末页', last)
  );
}
