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

function dock(taskId, scope) {
  document.body.append(pane);
  document.body.classList.add('jiesu-with-beside');
  showCase(pane, taskId, refresher(scope));
}

function undock() {
  pane.remove();
  document.body.classList.remove('jiesu-with-beside');
}

/** Leaving the form's tab would lose what was typed; the docked page does not leave it. */
export const besideForm = {
  id: 'jiesu-beside-form',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render(node, data, scope) {
    const button = h('button', {type: 'button', class: 'btn btn-link', onclick: toggle}, '并排查看办件');
    const show = shown => {
      button.setAttribute('aria-pressed', String(shown));
      if (shown) dock(scope.task.id, scope);
      else undock();
    };
    function toggle() {
      show(!pane.isConnected);
    }
    node.append(button);
    scope.$watch('task.id', taskId => taskId && pane.isConnected && show(true));
    scope.$on('$destroy', undock);
  }
};
