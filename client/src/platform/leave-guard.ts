import { askBeforeBack } from '../routes';

/** Asks before this page is left with what was typed on it. @returns how to stop asking */
export function guardLeaving(ask: () => Promise<boolean>): () => void {
  const stop = askBeforeBack(ask);
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener('beforeunload', warn);
  return () => {
    stop();
    window.removeEventListener('beforeunload', warn);
  };
}
