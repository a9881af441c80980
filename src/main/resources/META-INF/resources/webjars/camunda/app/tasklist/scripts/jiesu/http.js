/** Calls of the application's own REST API with the web app's session. */

const contextPath = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/** Where a path of the application is, below which it may be installed. */
export const address = path => `${contextPath}${path}`;

const apiUrl = path => address(`/api${path}`);

/** A refused or failed call: a Chinese sentence, and per wrong field {field, message}. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || sentenceFor(status));
    this.status = status;
    this.fields = problem.errors || [];
  }
}

function sentenceFor(status) {
  if (status === 0) return '网络不通，请稍后再试';
  if (status === 401) return '登录已失效，请重新登录';
  if (status === 403) return '无权办理';
  if (status === 404) return '办件不存在，或者您无权查看';
  if (status === 413) return '内容或者附件过大';
  return '系统暂时无法处理，请稍后再试';
}

/** The token changes with every login, so it is read anew for each call. */
function csrfToken() {
  const cookie = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

async function send(method, path, {headers, body} = {}) {
  const response = await fetch(apiUrl(path), {method, body, headers, credentials: 'same-origin'}).catch(() => {
    throw new ApiError(0, {});
  });
  if (!response.ok) throw new ApiError(response.status, await json(response));
  return response;
}

const json = response => response.json().catch(() => ({}));

const call = async (method, path, {headers, body} = {}) =>
  json(await send(method, path, {headers: {Accept: 'application/json', ...headers}, body}));

export const get = path => call('GET', path);

const asJson = content => ({
  headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrfToken()},
  body: JSON.stringify(content)
});

export const post = (path, content) => call('POST', path, asJson(content));

/** Sends a text as it is: whether it is JSON is for the server to say. */
export const putText = (path, text) =>
  call('PUT', path, {headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrfToken()}, body: text});

export const remove = path => call('DELETE', path, {headers: {'X-XSRF-TOKEN': csrfToken()}});

/** Saves a file to the clerk's disk; unlike a plain link, a refusal comes back as a sentence. With content it is a POST. */
export async function save(path, content) {
  const response = await (content ? send('POST', path, asJson(content)) : send('GET', path));
  const [, name] = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('Content-Disposition') || '') || [];
  const file = await response.blob().catch(() => {
    throw new ApiError(0, {});
  });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name ? decodeURIComponent(name) : '';
  link.click();
  URL.revokeObjectURL(url);
}

/** Sends a zip as it is. */
export const postZip = (path, file) =>
  call('POST', path, {headers: {'Content-Type': 'application/zip', 'X-XSRF-TOKEN': csrfToken()}, body: file});

/** Sends a FormData, for files. */
export const upload = (path, formData) =>
  call('POST', path, {headers: {'X-XSRF-TOKEN': csrfToken()}, body: formData});
