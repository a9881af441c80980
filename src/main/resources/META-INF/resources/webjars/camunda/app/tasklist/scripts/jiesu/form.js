/** Forms of our own: labelled controls, nested values by dotted names, errors beside the field that they name. */
import {h, newId} from './dom.js';

const CONTROLS = {
  textarea: field => h('textarea', {...common(field), rows: field.rows || 3}),
  select: field => h('select', common(field), field.options.map(([value, label]) => option(field, value, label))),
  checkbox: field => h('input', {...common(field), type: 'checkbox', value: 'true'})
};

function common({id, name, required, value, maxlength, placeholder, list}) {
  const errorId = `${id}-error`;
  return {id, name, value, maxlength, placeholder, list, 'aria-required': required && 'true', 'aria-describedby': errorId};
}

function option(field, value, label) {
  return h('option', {value, selected: value === field.value}, label);
}

function input(field) {
  const {type = 'text', min, step, autocomplete = 'off', accept} = field;
  return h('input', {...common(field), type, min, step, autocomplete, accept});
}

/**
 * One labelled control. `type` is that of an input, or textarea, select, checkbox, choice (radios) or choices
 * (checkboxes that make a list); `width` is the number of columns (of six) that it takes.
 */
export function field(definition) {
  const {type, label, hint, required, width = 3} = definition;
  const id = newId();
  const own = {...definition, id};
  const error = h('p', {class: 'jiesu-error', id: `${id}-error`, role: 'alert', 'data-error-for': definition.name});
  const attributes = {class: `jiesu-field jiesu-width-${width}`, oninput: event => clearError(event.target, error)};
  const star = required && h('span', {class: 'jiesu-required', 'aria-hidden': 'true'}, '*');
  const note = hint && h('span', {class: 'jiesu-hint'}, hint);
  if (type === 'choice' || type === 'choices') {
    return h('fieldset', attributes, h('legend', {}, label, star), choices(own), note, error);
  }
  const control = (CONTROLS[type] || input)(own);
  if (type === 'textarea' && own.value) control.value = own.value;
  if (type === 'checkbox') return h('div', attributes, h('label', {class: 'jiesu-check'}, control, ' ', label), note, error);
  return h('div', attributes, h('label', {for: id}, label, star), control, note, error);
}

function choices({type, name, options, value}) {
  const inputType = type === 'choice' ? 'radio' : 'checkbox';
  return options.map(([code, label]) =>
    h(
      'label',
      {class: 'jiesu-check'},
      h('input', {type: inputType, name, value: code, checked: code === value, 'data-list': type === 'choices'}),
      ' ',
      label
    )
  );
}

/** What was filled in, nested by the dots of the names; blanks are left out, `data-list` and numbered names make lists. */
export function values(form) {
  const result = {};
  for (const control of form.elements) {
    const value = valueOf(control);
    if (value === undefined) continue;
    if (control.dataset.list !== undefined) put(result, control.name, [...(at(result, control.name) || []), value]);
    else put(result, control.name, value);
  }
  return compactLists(result);
}

function valueOf(control) {
  if (!control.name || control.type === 'file') return undefined;
  const ticked = control.type === 'radio' || control.type === 'checkbox';
  if (ticked && !control.checked) return undefined;
  const text = control.value.trim();
  if (!text) return undefined;
  if (ticked && (text === 'true' || text === 'false')) return text === 'true';
  if (control.type === 'number') return Number(text);
  if (control.type === 'datetime-local') return `${text}:00+08:00`;
  return text;
}

const at = (object, name) => name.split('.').reduce((inner, key) => inner && inner[key], object);

function put(object, name, value) {
  const keys = name.split('.');
  const last = keys.pop();
  let inner = object;
  keys.forEach((key, i) => {
    inner[key] = inner[key] || (/^\d+$/.test(keys[i + 1] || last) ? [] : {});
    inner = inner[key];
  });
  inner[last] = value;
}

/** Rows of a list that were left blank leave no hole. */
function compactLists(value) {
  if (Array.isArray(value)) return value.filter(item => item !== undefined).map(compactLists);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compactLists(inner)]));
}

function clearError(control, error) {
  error.textContent = '';
  control.removeAttribute('aria-invalid');
}

export function clearErrors(form) {
  form.querySelectorAll('.jiesu-error').forEach(element => (element.textContent = ''));
  form.querySelectorAll('[aria-invalid]').forEach(control => control.removeAttribute('aria-invalid'));
}

/** Puts every message beside its field, opens the sections that hide one, and answers those that fit no field. */
export function showErrors(form, errors) {
  const homeless = errors.filter(({field: name, message}) => !showError(form, name, message));
  const first = form.querySelector('[aria-invalid]');
  if (first) first.focus();
  return homeless;
}

function showError(form, name, message) {
  const dotted = name.replace(/\[(\d+)\]/g, '.$1');
  const place = form.querySelector(`[data-error-for="${CSS.escape(dotted)}"]`);
  if (!place) return false;
  place.textContent = message;
  place.closest('details')?.setAttribute('open', '');
  form.querySelectorAll(`[name="${CSS.escape(dotted)}"]`).forEach(control => control.setAttribute('aria-invalid', 'true'));
  return true;
}
