import type { Access } from './plan';

/** The index by which a query reaches its documents, `_id_` among them; null where it reads them all. */
export function indexOf(access: Access): string | null {
  switch (access.via) {
    case 'everything':
      return null;
    case 'union':
      return [...new Set(access.parts.map((part) => indexOf(part) ?? ''))].join(' + ');
    case 'index':
      return access.index.name;
    default:
      return `2dsphere ${access.sphere.field}`;
  }
}
