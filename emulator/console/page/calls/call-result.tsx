import type { HandCall } from '../../api/calls';
import { JsonEditor } from '../parts/json-editor';
import { millisecondsInWords } from '../words';
import { LogLines } from './log-lines';

/** How a call made by hand ended: in words, its answer, what it printed. */
export function CallResult({ result }: { readonly result: HandCall }) {
  return (
    <div className="call-result">
      <p role="status">
        <span className={result.error === null ? 'mark good' : 'mark bad'}>
          {result.error === null ? '成功' : '出错'}
        </span>{' '}
        用时 {millisecondsInWords(result.ms)}，请求数据库 {result.roundTrips} 次
      </p>
      {result.error === null ? (
        <JsonEditor key={result.requestId} label="返回值" initial={JSON.stringify(result.result, null, 2)} isReadOnly />
      ) : (
        <p className="trouble" role="alert">
          {result.error.code}：{result.error.message}
        </p>
      )}
      <h3>日志</h3>
      <LogLines lines={result.lines} />
    </div>
  );
}
