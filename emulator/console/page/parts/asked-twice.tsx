import { useState } from 'react';

/** A button for what cannot be undone: the first press only asks. */
export function AskedTwice({
  label,
  question,
  confirm,
  onConfirm,
  isDisabled = false,
}: {
  readonly label: string;
  readonly question: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly isDisabled?: boolean;
}) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="dangerous" disabled={isDisabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <span className="twice" role="group" aria-label={question}>
      <span>{question}</span>
      <button
        type="button"
        className="danger"
        autoFocus
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        保留
      </button>
    </span>
  );
}
