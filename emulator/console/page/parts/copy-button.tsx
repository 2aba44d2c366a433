import { useState } from 'react';

export function CopyButton({ text, label = '复制' }: { readonly text: string; readonly label?: string }) {
  const [isCopied, setCopied] = useState(false);
  const onCopy = (): void => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    });
  };
  return (
    <button type="button" onClick={onCopy}>
      {isCopied ? '已复制' : label}
    </button>
  );
}
