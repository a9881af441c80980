/** In the demo a line in the navbar says that nothing here is real. */
import {get} from './http.js';
import {h} from './dom.js';

export const demoNotice = {
  id: 'jiesu-demo-notice',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  async render(node) {
    const {demo} = await get('/me').catch(() => ({}));
    if (demo) node.append(h('span', {class: 'jiesu-demo'}, '演示系统：人员和店铺均为虚构'));
  }
};
