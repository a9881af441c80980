/** A form in place, with a way out: `send(values)` does the act, `done(answer)` shows what came of it. */
import {h} from '../../../tasklist/scripts/jiesu/dom.js';
import {clearErrors, field, showErrors, values} from '../../../tasklist/scripts/jiesu/form.js';

const LONGEST_TEXT = 2000;

/** A field for a text of any length that the server takes. */
export const text = (name, label, required, width = 6) => ({name, label, required, type: 'textarea', rows: 2, maxlength: LONGEST_TEXT, width});

export function openForm(act, {title, note, fields, submit = '保存', send, done}) {
  const homeless = h('div', {class: 'jiesu-error', role: 'alert'});
  const button = h('button', {type: 'submit', class: 'btn btn-primary'}, submit);
  const element = h(
    'form',
    {class: 'jiesu-group', novalidate: true},
    h('h2', {class: 'jiesu-title'}, title),
    note && h('p', {class: 'jiesu-hint'}, note),
    h('div', {class: 'jiesu-fields'}, fields.map(field)),
    homeless,
    h(
      'div',
      {class: 'jiesu-form-end'},
      h('button', {type: 'button', class: 'btn btn-default', onclick: () => act.replaceChildren()}, '取消'),
      button
    )
  );
  element.addEventListener('submit', async event => {
    event.preventDefault();
    clearErrors(element);
    homeless.replaceChildren();
    button.disabled = true;
    try {
      await done(await send(values(element)));
    } catch (failure) {
      const left = showErrors(element, failure.fields || []);
      homeless.append(...(failure.fields?.length ? left.map(({message}) => h('p', {}, message)) : [failure.message]));
    } finally {
      button.disabled = false;
    }
  });
  act.replaceChildren(element);
  (element.querySelector('input, textarea') || button).focus();
}
