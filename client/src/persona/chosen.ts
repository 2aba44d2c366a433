/** Which demonstration identity this browser speaks for. `?persona=<id>` in the address chooses too. */

export type Persona = { readonly id: string; readonly name: string; readonly about: string };

const KEY = 'persona';

export function chosen(): string | null {
  return localStorage.getItem(KEY);
}

export const token = (): string | null => {
  const id = chosen();
  return id === null ? null : `persona:${id}`;
};

/** Everything on the page belongs to the one before: start over from the first page. */
export function choose(id: string | null): void {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
  const address = new URL(location.href);
  address.searchParams.delete('persona');
  address.hash = '#/pages/home/index';
  history.replaceState(null, '', address);
  location.reload();
}

const asked = new URLSearchParams(location.search).get('persona');
if (asked !== null && asked !== '') localStorage.setItem(KEY, asked);

/** Never rejects: without the list one can still be nobody. */
export async function listPersonas(): Promise<readonly Persona[]> {
  try {
    const response = await fetch(`${API_BASE}/emulator/personas`);
    const list: unknown = await response.json();
    return Array.isArray(list) ? list.filter(isPersona) : [];
  } catch {
    return [];
  }
}

const isPersona = (entry: unknown): entry is Persona =>
  typeof entry === 'object' &&
  entry !== null &&
  'id' in entry &&
  typeof entry.id === 'string' &&
  'name' in entry &&
  typeof entry.name === 'string' &&
  'about' in entry &&
  typeof entry.about === 'string';
