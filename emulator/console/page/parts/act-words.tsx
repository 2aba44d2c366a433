import type { Act } from './act';

/** How it ended, read out to whoever does not see it. */
export function ActWords({ act }: { readonly act: Act }) {
  if (act.at === 'refused') {
    return (
      <p className="trouble" role="alert">
        {act.message}
      </p>
    );
  }
  if (act.at === 'done') {
    return (
      <p className="fine" role="status">
        {act.message}
      </p>
    );
  }
  return null;
}
