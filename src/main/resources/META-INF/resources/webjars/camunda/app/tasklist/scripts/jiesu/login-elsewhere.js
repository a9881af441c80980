/** 统一身份登录: below the form of a login page, the way to the login of another system, where there is one. */
import {address, get} from './http.js';
import {h} from './dom.js';

export const loginElsewhere = app => ({
  id: 'jiesu-login-elsewhere',
  pluginPoint: `${app}.login`,
  // Below the form, which has 0.
  priority: -1,
  async render(node) {
    const {elsewhere} = await get('/public/login').catch(() => ({}));
    if (elsewhere) node.append(h('p', {style: 'margin-top: 12px; text-align: center'}, h('a', {href: address(elsewhere)}, '统一身份登录')));
  }
});
