/** Codes of the public contract with the words that clerks read; [code, label] in the order in which they are offered. */

export const CHANNELS = [
  ['onsite', '现场'],
  ['12315-hotline', '12315热线'],
  ['96178', '96178'],
  ['letter', '邮寄'],
  ['12345', '济南12345接入'],
  ['12315', '全国12315平台'],
  ['swift-response', '接诉即办'],
  ['gov-cn', '中国政府网'],
  ['state-council', '国务院互联网＋督查'],
  ['gov-interaction', '政民互动'],
  ['leader-mailbox', '领导信箱'],
  ['province-site', '省网站'],
  ['aishandong', '爱山东APP'],
  ['lightning-news', '闪电新闻'],
  ['ask-shandong', '问政山东'],
  ['business-service', '涉企服务'],
  ['web', '市网站'],
  ['other', '其他']
];

export const KINDS = [
  ['', '由系统判断'],
  ['COMPLAINT', '投诉'],
  ['REPORT', '举报'],
  ['MIXED', '投诉并举报'],
  ['CONSULTATION', '咨询']
];

/** 消费者权益保护法第五十二条. */
export const REMEDIES = [
  ['REPAIR', '修理'],
  ['REDO', '重作'],
  ['REPLACE', '更换'],
  ['RETURN', '退货'],
  ['MAKE_UP', '补足商品数量'],
  ['REFUND', '退还货款和服务费用'],
  ['DAMAGES', '赔偿损失']
];

export const CONTACT_WAYS = [
  ['PHONE', '电话'],
  ['SMS', '短信'],
  ['VISIT', '当面'],
  ['LETTER', '邮寄'],
  ['OTHER', '其他']
];

export const ID_TYPES = [
  ['', '请选择'],
  ['居民身份证', '居民身份证'],
  ['护照', '护照'],
  ['港澳台居民居住证或通行证', '港澳台居民居住证或通行证'],
  ['其他', '其他']
];

export const CONTACT_PARTIES = [
  ['COMPLAINANT', '投诉人（举报人）'],
  ['RESPONDENT', '被投诉（举报）人']
];

export const CASE_KINDS = {
  COMPLAINT: '投诉',
  REPORT: '举报',
  CLUE: '线索核查件',
  CONSULTATION: '咨询',
  GENERAL: '一般办件'
};

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

export const REPORT_ROUTES = {
  HANDLE: '本局核查',
  TELL_DIRECT: '告知直接向有权机关举报',
  TRANSFER_FOOD: '移送食品安全主管部门',
  DISCIPLINE: '转派驻纪检监察组',
  REPEATED: '重复举报',
  RETURN_TO_CHANNEL: '退回来源渠道'
};
