// Our copy of the web app's settings. One locale only: with a second one the two language files race and dates come
// out half English.
export default {
  app: {vendor: '投诉举报', name: '首页'},
  locales: {availableLocales: ['zh'], fallbackLocale: 'zh'},
  disableWelcomeMessage: true,
  customScripts: ['scripts/jiesu/plugin']
};
