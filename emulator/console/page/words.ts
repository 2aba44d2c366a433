const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const dayOnly = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** What is of today as a time of day, anything else with its date; in Shanghai, as the cloud's timers count. */
export function timeOf(iso: string): string {
  const at = new Date(iso);
  return (dayOnly.format(at) === dayOnly.format(new Date()) ? clock : day).format(at);
}

export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function millisecondsInWords(ms: number): string {
  if (ms < 1) return `${ms.toFixed(2)} 毫秒`;
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} 毫秒` : `${(ms / 1000).toFixed(2)} 秒`;
}

export const countInWords = (count: number): string => count.toLocaleString('zh-CN');
