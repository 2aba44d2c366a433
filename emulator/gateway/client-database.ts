import type { CollectionDefinition } from '../options';
import type { Journal } from '../journal/journal';

/** What the console calls 仅管理端可读写: functions read and write, clients do neither. The default here. */
export const CLOSED = 'ADMINONLY';

/** Collections that clients could read in the cloud, as their definitions say. */
function openToClients(collections: readonly CollectionDefinition[]): readonly CollectionDefinition[] {
  return collections.filter(({ acl = CLOSED }) => acl !== CLOSED);
}

/** In strict mode a collection that clients can read is refused before anything runs; otherwise it is a warning. */
export function checkAccess(collections: readonly CollectionDefinition[], isStrict: boolean, journal: Journal): void {
  for (const { name, acl = CLOSED } of openToClients(collections)) {
    const text = `集合 ${name} 的权限是 ${acl}：在云上，小程序和网页能绕过云函数直接读它。请改为 ${CLOSED}（仅管理端可读写）`;
    if (isStrict) throw new Error(text);
    journal.warnings.add({ at: new Date().toISOString(), function: null, text });
  }
}

/** The cloud's answer to a client that asks the database by itself. Here clients never reach it, whatever its permission. */
export function answerClient(body: unknown, collections: readonly CollectionDefinition[]) {
  const collection = isAsking(body) ? body.collectionName : '';
  const { acl = CLOSED } = collections.find(({ name }) => name === collection) ?? {};
  const reason =
    acl === CLOSED
      ? 'Permission denied: the collection is for cloud functions only (ADMINONLY)'
      : `the emulator gives clients no access to the database; in the cloud permission ${acl} would decide`;
  return { code: 'DATABASE_PERMISSION_DENIED', message: `[${collection}] ${reason}` };
}

const isAsking = (body: unknown): body is { readonly collectionName: string } =>
  typeof body === 'object' && body !== null && 'collectionName' in body && typeof body.collectionName === 'string';
