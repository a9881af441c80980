// Our copy of the web app's settings. One locale only: with a second one the two language files race and dates come
// out half English. startProcess has no shortcut: cases begin on the page 来件登记, never in Tasklist's own dialog.
export default {
  app: {vendor: '投诉举报', name: '任务办理'},
  locales: {availableLocales: ['zh'], fallbackLocale: 'zh'},
  disableWelcomeMessage: true,
  customScripts: ['scripts/jiesu/plugin'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '认领当前任务'},
    focusFilter: {key: 'ctrl+shift+f', description: '转到筛选器'},
    focusList: {key: 'ctrl+alt+l', description: '转到任务列表'},
    focusForm: {key: 'ctrl+alt+f', description: '转到表单第一项'}
  }
};
