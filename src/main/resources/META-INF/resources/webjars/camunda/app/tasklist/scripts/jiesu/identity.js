/** Behind the mask: one click on a preset reason, a written one for a report, and approval where it is confidential. */
import {get, post} from './http.js';
import {dateTime, h, table} from './dom.js';
import {options} from './codes.js';
import {headsOf, openAct} from './case-acts.js';

const maskedTable = list =>
  table(
    ['身份', '姓名或名称', '电话', '地址'],
    (list || []).map(party => [party.roleName, party.name, party.phone, party.address])
  );

const fullTable = list =>
  table(
    ['身份', '姓名或名称', '电话', '证件号码', '地址'],
    list.map(({roleName, name, phone, idNumber, address}) => [roleName, name, phone, idNumber, address])
  );

const WRITTEN = {
  title: '查看身份信息',
  explanation: '查看举报人身份须写明理由，30 分钟内有效，每次查看都会留痕。要求保密的举报，还须承办单位负责人或者内部监督小组批准。',
  fields: () => [{name: 'reason', label: '查看理由', type: 'textarea', required: true, maxlength: 2000, width: 6}],
  send: (path, content) => post(`${path}/identity-disclosure`, content),
  done: answer => (answer.parties ? '身份信息已显示，30 分钟内有效' : '已提交申请，批准后方可查看')
};

/** What the server would refuse is not offered. */
function mayAsk(record, me) {
  const handles = record.handler === me.userId;
  return handles || me.groups.includes(record.kind === 'REPORT' ? 'supervisor' : 'centre');
}

const mayApprove = (record, me) => me.groups.includes(headsOf(record)) || me.groups.includes('supervisor');

/** The disclosures of this case that the reader may know of, and the identities while one of them holds. */
export async function loadIdentity(path) {
  const disclosures = await get(`${path}/identity-disclosure`);
  const valid = disclosures.find(one => one.valid);
  const {parties} = valid ? await get(`${path}/identity-disclosure/parties`).catch(() => ({})) : {};
  return {disclosures, valid, parties};
}

export function identitySection(record, {disclosures, valid, parties}, {codes, me, reload}) {
  const path = `/cases/${record.caseNumber}`;
  const refusal = h('p', {class: 'jiesu-alert', role: 'alert'});
  const act = async (event, sending, done) => {
    event.target.disabled = true;
    try {
      await sending();
      await reload(done);
    } catch (failure) {
      refusal.textContent = failure.message;
      event.target.disabled = false;
    }
  };
  const button = (text, onclick) => h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick}, text);
  const preset = ([code, label]) =>
    button(label, event => act(event, () => post(`${path}/identity-disclosure`, {reasonCode: code}), `已按“${label}”查看身份信息`));
  const written = () => openAct(WRITTEN, {title: `${WRITTEN.title}　${record.caseNumber}`, path}, codes, reload);
  const decide = ({disclosureId}, approved) =>
    button(approved ? '同意' : '不同意', event =>
      act(
        event,
        () => post(`${path}/identity-disclosure/${disclosureId}/decision`, {approved}),
        approved ? '已同意查看，30 分钟内有效' : '已答复不同意查看'
      )
    );
  const waiting = disclosures.filter(one => one.state === 'REQUESTED');
  const toDecide = mayApprove(record, me) ? waiting.filter(one => one.userId !== me.userId) : [];
  const ownWaiting = waiting.some(one => one.userId === me.userId);
  return [
    parties ? fullTable(parties) : maskedTable(record.parties),
    parties &&
      h(
        'p',
        {class: 'jiesu-hint'},
        valid.untilTaskEnds ? '完整身份：至您的任务办结时止，已留痕。' : `完整身份：至 ${dateTime(valid.expiresAt)} 止，已留痕。`
      ),
    !parties &&
      mayAsk(record, me) &&
      h(
        'p',
        {class: 'jiesu-identity'},
        record.kind === 'REPORT'
          ? button(ownWaiting ? '申请待批准，刷新' : '查看身份信息', ownWaiting ? () => reload() : written)
          : ['查看身份信息：', options(codes.disclosureReason).map(preset)]
      ),
    refusal,
    toDecide.map(one =>
      h(
        'p',
        {class: 'jiesu-identity'},
        `${one.userName} ${dateTime(one.requestedAt)} 申请查看举报人身份，理由：${one.reason}`,
        decide(one, true),
        decide(one, false)
      )
    )
  ];
}
