/** 时限督办: all running clocks that the user may see, what is next on top. */
import {page} from './page.js';
import {h} from '../../../tasklist/scripts/jiesu/dom.js';

export const clocksPage = page({
  id: 'clocks',
  path: '/clocks',
  label: '时限督办',
  priority: 110,
  show(node) {
    node.append(h('p', {class: 'jiesu-none'}, '暂无'));
  }
});
