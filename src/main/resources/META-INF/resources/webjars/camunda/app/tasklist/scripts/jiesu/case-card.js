/** The case's line on a task card: number, matter, due date and light. */
import {post} from './http.js';
import {dueDate, h, lightChip} from './dom.js';

const COLLECT_MILLIS = 50;

let waiting = new Map();

/** The last line of each card: a list that is drawn anew does not flicker. */
const shown = new Map();

/** Cards are drawn one by one; those of one list are asked for together. */
function cardOf(taskId) {
  if (waiting.size === 0) setTimeout(askForWaiting, COLLECT_MILLIS);
  return new Promise((resolve, reject) => {
    const others = waiting.get(taskId) || [];
    waiting.set(taskId, [...others, {resolve, reject}]);
  });
}

async function askForWaiting() {
  const asked = waiting;
  waiting = new Map();
  try {
    const cards = await post('/tasks/cards', {taskIds: [...asked.keys()]});
    const byTask = new Map(cards.map(card => [card.taskId, card]));
    asked.forEach((askers, taskId) => askers.forEach(({resolve}) => resolve(byTask.get(taskId))));
  } catch (failure) {
    asked.forEach(askers => askers.forEach(({reject}) => reject(failure)));
  }
}

function line(card) {
  return h(
    'div',
    {class: 'jiesu-card'},
    h('strong', {}, card.caseNumber),
    h('span', {}, card.matter),
    card.dueAt && h('span', {}, dates(card)),
    lightChip(card)
  );
}

/** Where the task is due before its clock, both are said: the light is the clock's. */
const dates = ({dueAt, clockDueAt}) =>
  clockDueAt ? `${dueDate(dueAt)} 前办理，期限 ${dueDate(clockDueAt)} 到期` : `${dueDate(dueAt)} 到期`;

export const caseCard = {
  id: 'jiesu-case-card',
  pluginPoint: 'tasklist.card',
  priority: 100,
  async render(node, {taskId}) {
    node.append(shown.get(taskId)?.cloneNode(true) || '');
    try {
      const card = await cardOf(taskId);
      const drawn = card && line(card);
      shown.set(taskId, drawn);
      node.replaceChildren(drawn || '');
    } catch {
      node.replaceChildren();
    }
  }
};
