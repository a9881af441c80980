/** 消息: what the application tells its reader; the entry in the navigation bar counts what is new. */
import {get, post} from './http.js';
import {dateTime, h, newId} from './dom.js';

const LOOK_AGAIN_MILLIS = 60000;

export const messagesEntry = {
  id: 'jiesu-messages',
  pluginPoint: 'tasklist.navbar.action',
  priority: 300,
  render(node, data, scope) {
    const count = h('span', {class: 'jiesu-count'});
    const link = h('a', {href: '', onclick: open}, h('span', {class: 'glyphicon glyphicon-bell'}), ' 消息', count);
    node.append(link);
    const look = async () => {
      const {unread} = await get('/messages?size=1').catch(() => ({unread: 0}));
      count.textContent = unread > 0 ? ` ${unread}` : '';
      link.setAttribute('aria-label', unread > 0 ? `消息，${unread} 条未读` : '消息');
    };
    const timer = setInterval(look, LOOK_AGAIN_MILLIS);
    scope.$on('$destroy', () => clearInterval(timer));
    look();
    function open(event) {
      event.preventDefault();
      openInbox(look);
    }
  }
};

async function openInbox(look) {
  const titleId = newId();
  const list = h('div', {class: 'jiesu-page-body'}, h('p', {class: 'jiesu-loading'}, '正在加载消息……'));
  const close = h('button', {type: 'button', class: 'btn btn-link', onclick: () => dialog.close()}, '关闭（Esc）');
  const dialog = h(
    'dialog',
    {class: 'jiesu-page', 'aria-labelledby': titleId, onclose: () => dialog.remove()},
    h('header', {class: 'jiesu-page-head'}, h('h2', {id: titleId}, '消息'), close),
    list
  );
  document.body.append(dialog);
  dialog.showModal();
  await show(0);

  async function show(page) {
    try {
      const inbox = await get(`/messages?page=${page}`);
      const more = (page + 1) * inbox.size < inbox.total;
      list.replaceChildren(
        ...(inbox.total === 0 ? [h('p', {class: 'jiesu-none'}, '暂无消息')] : inbox.content.map(message => one(message, look))),
        h(
          'p',
          {class: 'jiesu-form-end'},
          page > 0 && h('button', {type: 'button', class: 'btn btn-default', onclick: () => show(page - 1)}, '较新的消息'),
          more && h('button', {type: 'button', class: 'btn btn-default', onclick: () => show(page + 1)}, '更早的消息')
        )
      );
    } catch (failure) {
      list.replaceChildren(h('p', {class: 'jiesu-alert', role: 'alert'}, failure.message));
    }
  }
}

function one({id, subject, sentAt, readAt, lines}, look) {
  const mark = h('span', {class: 'jiesu-hint'}, readAt ? `已读 ${dateTime(readAt)}` : '');
  const read = async () => {
    button.remove();
    await post(`/messages/${id}/reading`, {}).then(
      () => (mark.textContent = '已读'),
      failure => (mark.textContent = failure.message)
    );
    look();
  };
  const button = h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: read}, '标为已读');
  return h(
    'article',
    {class: 'jiesu-message'},
    h('h4', {}, subject, ' ', h('small', {}, dateTime(sentAt)), ' ', mark, readAt ? null : button),
    h('ul', {}, lines.map(line => h('li', {}, line.text)))
  );
}
