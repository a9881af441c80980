/** The tab 办件, and the same page docked beside the form, so that facts are read while the form is filled in. */
import {h} from './dom.js';
import {showCase} from './case-view.js';

const refresher = scope => () => scope.$root.$broadcast('refresh');

export const caseTab = {
  id: 'jiesu-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: '办件'},
  render(node, {taskId}, scope) {
    showCase(node, taskId, refresher(scope));
  }
};

const pane = h('aside', {class: 'jiesu-beside', 'aria-label': '办件'});

/** Filters and list give way, as with Tasklist's own button for the whole width. */
const DOCKED = ['jiesu-with-beside', 'filters-column-close', 'list-column-close'];

function dock(taskId, scope) {
  document.body.append(pane);
  document.body.classList.add(...DOCKED);
  showCase(pane, taskId, refresher(scope));
}

function undock() {
  pane.remove();
  document.body.classList.remove(...DOCKED);
}

/** Leaving the form's tab would lose what was typed; the docked page does not leave it. */
export const besideForm = {
  id: 'jiesu-beside-form',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render(node, data, scope) {
    const button = h('button', {type: 'button', class: 'btn btn-link', onclick: toggle}, '并排查看办件');
    const show = taskId => {
      button.setAttribute('aria-pressed', String(Boolean(taskId)));
      if (taskId) dock(taskId, scope);
      else undock();
    };
    function toggle() {
      show(!pane.isConnected && scope.task.id);
    }
    node.append(button);
    scope.$watch('task.id', taskId => pane.isConnected && show(taskId));
    scope.$on('$destroy', undock);
  }
};
