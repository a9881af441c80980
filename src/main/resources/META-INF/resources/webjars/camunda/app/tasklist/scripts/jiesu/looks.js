/** Mends what Tasklist says or offers by itself: English form messages, raw refusals, acts that are not ours. */

/** Views that would start processes, make tasks or keep comments outside the case record, whose journal is the history. */
const REMOVED_VIEWS = ['start-process-action', 'create-task-action', 'task-action-comment', 'task-detail-history', 'task-detail-diagram'];

const REFUSAL = /^Cannot (?:submit task form|complete task) [\w-]+: ([\s\S]*)$/;

/** What Tasklist says when the form itself holds the completion back: its own label COMPLETE_ERROR, and no message. */
const INCOMPLETE_FORM = '提交任务表单时出错';

const REFUSAL_MILLIS = 15000;

function removeViews($provide) {
  $provide.decorator('Views', [
    '$delegate',
    views => {
      const getProviders = views.getProviders;
      views.getProviders = query => getProviders.call(views, query).filter(view => !REMOVED_VIEWS.includes(view.id));
      return views;
    }
  ]);
}

/** A refused completion shows its Chinese sentence alone, until the clerk goes on typing or tries again. */
function showRefusalsPlainly($provide) {
  $provide.decorator('Notifications', [
    '$delegate',
    '$rootScope',
    (notifications, $rootScope) => {
      const addError = notifications.addError;
      notifications.addError = error => {
        const sentence = refusalIn(error);
        return addError.call(notifications, sentence ? refused(error, sentence) : error);
      };
      clearOnNextAttempt(() => {
        if (notifications.notifications.length) $rootScope.$applyAsync(() => notifications.clearAll());
      });
      return notifications;
    }
  ]);
}

function refusalIn({status, message}) {
  if (!message && status === INCOMPLETE_FORM) return '表单尚未填好，请先填写标红的项目。';
  return REFUSAL.exec(message || '')?.[1];
}

const refused = (error, message) => ({
  ...error,
  status: '未能办理',
  message,
  exclusive: true,
  duration: REFUSAL_MILLIS
});

function clearOnNextAttempt(clear) {
  document.addEventListener('input', clear, true);
  document.addEventListener('click', event => event.target.closest('button[ng-click="complete()"]') && clear(), true);
}

/** Tasklist sends a list as text of type Json, which the engine reads only with its Spin plug-in; it reads plain lists without. */
function sendListsPlainly($provide) {
  $provide.decorator('camAPI', [
    '$delegate',
    api => {
      const task = api.resource('task');
      const submitForm = task.submitForm;
      task.submitForm = ({id, variables}, done) => submitForm.call(task, {id, variables: plain(variables)}, done);
      return api;
    }
  ]);
}

const plain = variables =>
  Object.fromEntries(
    Object.entries(variables).map(([key, {type, value}]) => [key, {value: type === 'Json' ? JSON.parse(value) : value}])
  );

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');

const WEEKDAYS = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat'.split('|');

/** form-js and its calendar write their words in English and offer no hook. */
const FORM_MESSAGES = [
  [/^Field is required\.$/, '必填'],
  [/^Field must have minimum value of (.*)\.$/, '不得小于 $1'],
  [/^Field must have maximum value of (.*)\.$/, '不得大于 $1'],
  [/^Field must have minimum length of (.*)\.$/, '不得少于 $1 个字'],
  [/^Field must have maximum length of (.*)\.$/, '不得超过 $1 个字'],
  [/^Field must match pattern .*$/, '格式不正确'],
  [/^Field must be a valid email\.$/, '电子邮箱格式不正确'],
  [/^Field must be a valid {1,2}international phone number\..*$/, '电话号码格式不正确'],
  [/^Value is not a valid number\.?$/, '请填写数字'],
  [/^Search$/, '搜索'],
  [/^Select$/, '请选择'],
  [/^No results$/, '没有匹配项'],
  [/^Nothing to show\.$/, '暂无'],
  [/^Add new$/, '新增一行'],
  [/^Remove$/, '删除'],
  ...MONTHS.map((month, i) => [new RegExp(`^${month}$`), `${i + 1}月`]),
  ...MONTHS.map((month, i) => [new RegExp(`^${month} (\\d+), (\\d+)$`), `$2年${i + 1}月$1日`]),
  ...WEEKDAYS.map((day, i) => [new RegExp(`^${day}$`), '日一二三四五六'[i]]),
  [/^Year$/, '年'],
  [/^Month$/, '月'],
  [/^Hour$/, '时'],
  [/^Minute$/, '分'],
  [/^(?:mm\/dd\/yyyy|yyyy\/mm\/dd)$/, '年/月/日']
];

const TRANSLATED_ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

function chinese(text) {
  const trimmed = text.trim();
  const message = FORM_MESSAGES.find(([english]) => english.test(trimmed));
  return message && trimmed.replace(message[0], message[1]);
}

function translate(root) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const translated = chinese(texts.currentNode.data);
    if (translated) texts.currentNode.data = translated;
  }
  for (const attribute of TRANSLATED_ATTRIBUTES) {
    root.querySelectorAll(`[${attribute}]`).forEach(element => {
      const translated = chinese(element.getAttribute(attribute));
      if (translated) element.setAttribute(attribute, translated);
    });
  }
}

function translateForms() {
  const observer = new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(translate));
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: TRANSLATED_ATTRIBUTES
  });
}

/** To be called before the web app starts its Angular modules. */
export function mendTasklist() {
  const tasklist = window.angular.module('cam.tasklist');
  [removeViews, showRefusalsPlainly, sendListsPlainly].forEach(mend => tasklist.config(['$provide', mend]));
  document.documentElement.lang = 'zh-CN';
  translateForms();
}
