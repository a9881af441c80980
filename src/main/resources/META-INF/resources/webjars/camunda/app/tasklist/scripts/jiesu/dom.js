/** Small helpers to build elements and to write dates as clerks read them. */

/** Builds an element; `on…` properties become listeners, everything else attributes (false and null are left out). */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false && child !== ''));
  return element;
}

let lastId = 0;

/** An id that binds a label to its control. */
export const newId = () => `jiesu-${++lastId}`;

const chinaTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium'
});

/** 2026-11-24 09:30 in China, whatever the browser's zone; a mere date stays as it is. */
export function dateTime(iso) {
  if (!iso || iso.length <= 10) return iso || '';
  return chinaTime.format(new Date(iso)).slice(0, 16);
}

export const date = iso => dateTime(iso).slice(0, 10);

/** A due date is shown as a day, unless it falls within the day. */
export function dueDate(iso, provisional) {
  if (!iso) return '';
  const text = dateTime(iso);
  return (text.endsWith('23:59') ? text.slice(0, 10) : text) + (provisional ? '（暂定）' : '');
}

/** A text whose days are not broken at the end of a line. */
export const wholeDates = text =>
  text.split(/(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)/).map((part, i) => (i % 2 ? h('time', {}, part) : part));

/** Yuan with two decimals. */
export const yuan = amount => (amount == null ? '' : `${Number(amount).toFixed(2)} 元`);

export function fileSize(bytes) {
  if (bytes == null) return '';
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A traffic light: always with its word, never colour alone (clocks.md: 暂定 is a flag beside it). */
export function lightChip({light, lightLabel, provisional}) {
  if (!light) return null;
  const style = light.toLowerCase().replace(/_/g, '-');
  return h(
    'span',
    {class: 'jiesu-light-box'},
    h('span', {class: `jiesu-chip jiesu-light-${style}`}, lightLabel),
    provisional && h('span', {class: 'jiesu-chip jiesu-provisional', title: '待节假日通知公布后确定'}, '暂定')
  );
}

/** A table of rows of cells; nothing where there are no rows. */
export function table(headings, rows) {
  if (rows.length === 0) return null;
  return h(
    'div',
    {class: 'jiesu-table-box'},
    h(
      'table',
      {class: 'jiesu-table'},
      h('thead', {}, h('tr', {}, headings.map(heading => h('th', {scope: 'col'}, heading)))),
      h('tbody', {}, rows.map(cells => h('tr', {}, cells.map(cell => h('td', {}, cell)))))
    )
  );
}
