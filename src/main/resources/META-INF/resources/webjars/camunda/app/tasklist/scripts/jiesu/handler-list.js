/** Offers the unit's members where the head names a handler; the field stays a text field, as the form says. */
import {get} from './http.js';
import {h} from './dom.js';

const LIST = 'jiesu-handlers';

const FIELD = '.fjs-container input[id$="Field_Handler"]';

/** A name that two of them bear would be refused: those are offered by their user id. */
async function members(taskId) {
  const {caseNumber} = await get(`/tasks/${taskId}`);
  const candidates = await get(`/cases/${caseNumber}/handlers`);
  const alone = ({name}) => candidates.filter(other => other.name === name).length === 1;
  return candidates.map(one => h('option', {value: alone(one) ? one.name : one.userId}, alone(one) ? one.userId : one.name));
}

/** The form appears after the task, and again with each choice that shows or hides the field. */
function offerList() {
  const field = document.querySelector(FIELD);
  if (field && field.getAttribute('list') !== LIST) {
    field.setAttribute('list', LIST);
    field.setAttribute('autocomplete', 'off');
  }
}

export const handlerList = {
  id: 'jiesu-handler-list',
  pluginPoint: 'tasklist.task.action',
  priority: 100,
  render(node, data, scope) {
    const list = h('datalist', {id: LIST});
    const observer = new MutationObserver(offerList);
    document.body.append(list);
    observer.observe(document.body, {subtree: true, childList: true});
    scope.$watch('task.id', async taskId => {
      list.replaceChildren();
      if (taskId && scope.task.taskDefinitionKey === 'Task_SignIn') {
        list.replaceChildren(...(await members(taskId).catch(() => [])));
      }
    });
    scope.$on('$destroy', () => {
      observer.disconnect();
      list.remove();
    });
  }
};
