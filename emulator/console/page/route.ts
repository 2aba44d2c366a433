import { useEffect, useState } from 'react';

/** The part of the page that is shown: `#/collections/orders` is section `collections`, about `orders`. */
export type Route = { readonly section: string; readonly about: string | null };

export function useRoute(): Route {
  const [route, setRoute] = useState(currentRoute);
  useEffect(() => {
    const onChange = (): void => setRoute(currentRoute());
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return route;
}

export function hrefOf(section: string, about?: string): string {
  return about === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(about)}`;
}

function currentRoute(): Route {
  const [section = '', about] = window.location.hash.replace(/^#\/?/, '').split('/');
  return { section, about: about === undefined || about === '' ? null : decoded(about) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
