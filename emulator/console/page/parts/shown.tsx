import type { ReactNode } from 'react';
import type { Asking } from '../asked';

/** A list answers four questions: is it coming, did it fail, is it empty, what is in it. */
export function Shown<Answer>({
  asking: { asked, again },
  children,
}: {
  readonly asking: Asking<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  if (asked.at === 'asking') return <p className="quiet">正在读取……</p>;
  if (asked.at === 'failed') {
    return (
      <div className="trouble" role="alert">
        <p>{asked.message}</p>
        <button type="button" onClick={again}>
          再试一次
        </button>
      </div>
    );
  }
  return (
    <>
      {asked.trouble !== null && (
        <p className="trouble" role="status">
          {asked.trouble}，下面是先前的内容
        </p>
      )}
      {children(asked.answer)}
    </>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
