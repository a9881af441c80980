/** Cases for a rehearsal elsewhere: saved as a file that names nobody. */
import {post} from '../../../tasklist/scripts/jiesu/http.js';
import {h} from '../../../tasklist/scripts/jiesu/dom.js';

/** A button that saves these cases, for those who may take them out. */
export function exportButton(me, caseNumbers, label) {
  if (caseNumbers.length === 0 || me.rehearsal || !me.may.includes('EXPORT_CASES')) return null;
  const outcome = h('span', {class: 'jiesu-hint', role: 'status'});
  const save = async () => {
    outcome.textContent = '';
    try {
      const file = await post('/cases/export', {caseNumbers});
      saveAs(`演练办件-${file.cases[0].source}${file.cases.length > 1 ? `等${file.cases.length}件` : ''}.json`, file);
      outcome.textContent = [
        ` 已导出 ${file.cases.length} 件：身份信息和文字内容均已替换，导出已记入流转记录`,
        ...file.leftOut.map(({caseNumber, why}) => `${caseNumber} ${why}`)
      ].join('；');
    } catch (failure) {
      outcome.textContent = ` ${failure.message}`;
    }
  };
  return h('p', {class: 'jiesu-form-end'}, h('button', {type: 'button', class: 'btn btn-default', onclick: save}, label), outcome);
}

function saveAs(name, content) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], {type: 'application/json'}));
  h('a', {href: url, download: name}).click();
  URL.revokeObjectURL(url);
}
