/** What Cockpit's own REST API says, asked with the user's own rights. */

async function ask(api, path) {
  const response = await fetch(`${api.engineApi}${path}`, {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
  if (!response.ok) throw new Error('流程引擎暂时无法回答');
  return response.json();
}

/** The running process instances of a case, each with the name of its process. */
export async function instancesOf(api, caseNumber) {
  const [instances, definitions] = await Promise.all([
    ask(api, `/process-instance?businessKey=${encodeURIComponent(caseNumber)}`),
    ask(api, '/process-definition')
  ]);
  const names = new Map(definitions.map(({id, name}) => [id, name]));
  return instances.map(({id, definitionId}) => ({id, definitionName: names.get(definitionId) || definitionId}));
}

/** The case that a process instance belongs to: its business key. */
export const caseOf = async (api, processInstanceId) => (await ask(api, `/process-instance/${processInstanceId}`)).businessKey;
