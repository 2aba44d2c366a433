import type { ShapeEntry } from '../../../journal/journal';
import { countInWords, millisecondsInWords } from '../words';

/** What was asked, by its shape: how slow, how often, how much was read for it, by which index or for want of one. */
export function ShapeTable({ shapes }: { readonly shapes: readonly ShapeEntry[] }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="查询">
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">集合</th>
            <th scope="col">条件和排序</th>
            <th scope="col">索引</th>
            <th scope="col" className="number">
              最慢
            </th>
            <th scope="col" className="number">
              平均
            </th>
            <th scope="col" className="number">
              次数
            </th>
            <th scope="col" className="number">
              读过 / 回答
            </th>
            <th scope="col">云函数</th>
          </tr>
        </thead>
        <tbody>
          {shapes.map((entry, place) => (
            <tr key={place}>
              <td className="head">{entry.collection}</td>
              <td className="wide">
                <code>{entry.shape === '' ? '（无条件）' : entry.shape}</code>
                <small>{entry.action.replace('database.', '')}</small>
              </td>
              <td className="wide" data-about={entry.wants === null ? '索引' : undefined}>
                {entry.wants === null ? (
                  <code>{entry.index ?? '顺序读取'}</code>
                ) : (
                  <span className="wants">
                    {entry.wants === '' ? '没有哪个索引帮得上' : '缺索引 '}
                    {entry.wants !== '' && <code>({entry.wants})</code>}
                  </span>
                )}
              </td>
              <td className="number" data-about="最慢">
                {millisecondsInWords(entry.slowestMs)}
              </td>
              <td className="number" data-about="平均">
                {millisecondsInWords(entry.ms / entry.times)}
              </td>
              <td className="number" data-about="次数">
                {countInWords(entry.times)}
              </td>
              <td className="number" data-about="读过 / 回答">
                {countInWords(entry.examined)} / {countInWords(entry.answered)}
              </td>
              <td data-about="云函数">{entry.function ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
