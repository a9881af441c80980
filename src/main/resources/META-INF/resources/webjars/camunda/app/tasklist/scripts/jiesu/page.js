/** A page of our own over Tasklist: title, way out and body. Nothing of it stands in the address bar. */
import {h, newId} from './dom.js';

/** `leave` is asked before the page closes by its button or by Esc; it answers whether it may. */
export function openPage(title, {leave = () => true} = {}) {
  const titleId = newId();
  const body = h('div', {class: 'jiesu-page-body'});
  const close = () => dialog.close();
  const ask = () => leave(dialog) && close();
  const dialog = h(
    'dialog',
    {class: 'jiesu-page', 'aria-labelledby': titleId, onclose: () => dialog.remove()},
    h(
      'header',
      {class: 'jiesu-page-head'},
      h('h2', {id: titleId}, title),
      h('button', {type: 'button', class: 'btn btn-link', onclick: ask}, '关闭（Esc）')
    ),
    body
  );
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    ask();
  });
  document.body.append(dialog);
  dialog.showModal();
  return {body, close};
}

/** An entry in Tasklist's navigation bar. */
export const navbarLink = (icon, text, open) =>
  h(
    'a',
    {
      href: '',
      onclick: event => {
        event.preventDefault();
        open();
      }
    },
    h('span', {class: `glyphicon glyphicon-${icon}`}),
    ` ${text}`
  );
