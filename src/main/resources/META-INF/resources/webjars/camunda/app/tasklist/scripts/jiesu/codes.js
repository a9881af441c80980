/** Codes with the words that clerks read: the closed lists of the server, and words that only these pages need. */
import {get} from './http.js';

let lists;

/** The server's lists, {channel: {onsite: '现场', …}, …}: fetched once, for they change only with a release. */
export function loadCodes() {
  lists =
    lists ||
    get('/codes').catch(failure => {
      lists = undefined;
      throw failure;
    });
  return lists;
}

/** A list as [code, label] for a control. */
export const options = list => Object.entries(list);

export const ID_TYPES = [
  ['', '请选择'],
  ['居民身份证', '居民身份证'],
  ['护照', '护照'],
  ['港澳台居民居住证或通行证', '港澳台居民居住证或通行证'],
  ['其他', '其他']
];

export const CLOCK_UNITS = {
  MINUTES: '分钟',
  HOURS: '小时',
  HALF_WORKING_DAYS: '个半天（工作日）',
  WORKING_DAYS: '个工作日',
  CALENDAR_DAYS: '日',
  AGREED: '约定日期'
};

/** What `incomplete` names: field paths of a submission. */
export const SUBMISSION_FIELDS = {
  'complainant.name': '投诉人姓名',
  'complainant.phone': '投诉人电话',
  'complainant.address': '投诉人地址',
  'complainant.idNumber': '投诉人证件号码',
  'complainant.agent': '委托代理材料',
  'respondent.name': '被投诉人名称',
  'respondent.address': '被投诉人地址',
  'respondent.phone': '被投诉人电话',
  demand: '具体请求',
  content: '事实与理由'
};

/** What the decision tables may propose for a case. */
export const PROPOSALS = {
  declineGround: '不予受理依据',
  reportRoute: '举报去向',
  returnToChannel: '退回来源渠道',
  assist: '协助单位',
  notify: '通报对象',
  tags: '关注人群',
  clue: '违法线索',
  notice: '告知时限'
};
