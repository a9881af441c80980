/**
 * A page of our own in Cockpit: its entry in the navigation bar and its route. The helpers that build elements, call
 * the API and know the codes are Tasklist's (`../../../tasklist/scripts/jiesu/`).
 */
import {get} from '../../../tasklist/scripts/jiesu/http.js';
import {h} from '../../../tasklist/scripts/jiesu/dom.js';

/**
 * The plug-ins of a page at `#<path>`, to be spread into those of plugin.js. `mayOpen(me)` says who sees the entry,
 * from what `GET /api/me` answers (without `label` there is no entry); `show(node, {me, parameters, go, api})` fills the
 * page: `parameters` are the query's, `go({name: value})` opens the page again with some of them changed, and `api` is
 * Cockpit's own, where its REST API is.
 * Entries stand from the highest `priority` down; Cockpit's own 流程 has 100.
 */
export function page({id, path, label, title = label, priority, mayOpen = () => true, show}) {
  const route = {
    id: `jiesu-${id}`,
    pluginPoint: 'cockpit.route',
    properties: {path},
    render: (node, {api}) => open(node, {title, show, api})
  };
  return label ? [navigationEntry({id, path, label, priority, mayOpen}), route] : [route];
}

const navigationEntry = ({id, path, label, priority, mayOpen}) => ({
  id: `jiesu-${id}-entry`,
  pluginPoint: 'cockpit.navigation',
  priority,
  properties: {path: `#${path}`, access: accessFor(mayOpen)},
  render: node => node.append(h('a', {href: `#${path}`}, label))
});

/** Cockpit asks this when the bar is drawn, which is also before anybody has logged in. */
const accessFor = mayOpen => [
  '$rootScope',
  $rootScope => answer => {
    const ask = () =>
      get('/me')
        .then(mayOpen, () => false)
        .then(allowed => $rootScope.$applyAsync(() => answer(null, allowed)));
    $rootScope.$on('authentication.login.success', ask);
    ask();
  }
];

async function open(node, {title, show, api}) {
  document.title = `投诉举报 流程监控 | ${title}`;
  const body = h('div');
  node.append(h('main', {class: 'jiesu-cockpit-page'}, h('h1', {}, title), body));
  try {
    await show(body, {me: await get('/me'), parameters: parameters(), go, api});
  } catch (failure) {
    body.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
  }
}

const query = () => window.location.hash.split('?')[1] || '';

const parameters = () => Object.fromEntries(new URLSearchParams(query()));

/** Blank values leave the query. */
function go(changed) {
  const [path] = window.location.hash.split('?');
  const kept = Object.entries({...parameters(), ...changed}).filter(([, value]) => value !== '' && value != null);
  const search = new URLSearchParams(kept).toString();
  window.location.hash = search ? `${path}?${search}` : path;
}
