export function LogLines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <p className="quiet">没有打印日志。</p>;
  return (
    <pre className="log" tabIndex={0} aria-label="日志">
      {lines.join('\n')}
    </pre>
  );
}
